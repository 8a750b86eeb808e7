voice-print = To print
voice-poster = Poster { $it }
voice-print-what = Put it up where young people see it: by the door, at the ping-pong table, in the toilet.
voice-kiosk = Tablet at the door
voice-kiosk-what = Open this page on the tablet and leave it open. It goes back to its start after each answer; when nobody touches it for two minutes, everything is cleared.
voice-kiosk-do = Open the tablet’s page
cards = Cards with codes
cards-make = Print cards
cards-what = Cut the cards out, mix them and hand them out. Each code is for one answer, and nobody knows whose it is. The codes stand on paper alone: they cannot be shown later.
cards-number = How many cards
cards-number-what = 10 to 500; ten on a sheet.
cards-language = Language
cards-do = Make cards (PDF)
cards-how-many = Write a number from { $least } to { $most }.
cards-most = A unit can have { $n } codes at most. Hand out the ones you have first.
cards-made = { $n ->
    [one] { $n } code made so far.
   *[other] { $n } codes made so far.
}
cards-again = These cards are made already. If the file did not arrive, download it again. If you need more, make new ones: two cards with the same code give one answer.
cards-again-do = Download the same cards
cards-again-new = Make new ones
cards-only = Answers with a code only
cards-only-off-what = At the moment everybody who knows the address can answer; whoever has a card uses up its code.
cards-only-on-what = At the moment only those who have a code from a card can answer.
cards-only-do = Ask for a code
cards-only-undo = Allow answers without a code
cards-only-none = Make cards first: without them nobody could answer.
cards-file = cards
act-give-codes = Cards with codes are made
reminder-subject = Evaluation: young people have not answered yet
reminder-body =
    Hello,

    { $name } is open until { $until }. { $n ->
        [one] No answer has come yet for this unit:
       *[other] No answer has come yet for these units:
    }

    { $units }

    Young people answer within minutes, without an account or a name. This page has the address, a poster to print, and a page for the tablet at the door.

    We look once a day. If somebody answered today, we do not know it yet.

    We write about this twice at most: in the second week, and three days before the end.
kiosk-signed-in = Sign out on this tablet first
kiosk-signed-in-what = { $it } is signed in here. Everybody will use the tablet, so sign out; then the page to answer on opens.
kiosk-sign-out-do = Sign me out and open the tablet’s page
