//! Pages of people: signing in, one's account, invitations, who is who in a unit.

mod account;
mod handed;
mod held;
mod invitations;
mod inviting;
mod members;
mod record;
mod resets;
mod sign_in;

use crate::web::Routes;

pub use handed::all_over as links_by_hand;

pub fn routes() -> Routes {
    Routes::new()
        .get("/sign-in", sign_in::show)
        .post("/sign-in", sign_in::sign_in)
        .post("/sign-out", sign_in::sign_out)
        .post("/sign-out/everywhere", sign_in::sign_out_everywhere)
        .post("/language", account::choose_language)
        .get("/account", account::show)
        .post("/account", account::save)
        .post("/account/password", account::change_password)
        .get("/invitations/{token}", invitations::show)
        .post("/invitations/{token}", invitations::accept)
        .get("/password-resets/{token}", resets::show)
        .post("/password-resets/{token}", resets::take)
        .get("/units/{network}/{unit}/people", members::show)
        .get("/units/{network}/{unit}/record", record::show)
        .post("/units/{network}/{unit}/invitations", inviting::invite)
        .post("/units/{network}/{unit}/invitations/{invitation}/withdrawal", inviting::withdraw)
        .post("/units/{network}/{unit}/invitations/{invitation}/again", inviting::again)
        .post("/units/{network}/{unit}/roles/{role}/ending", held::end_role)
        .post("/units/{network}/{unit}/roles/{role}/password-reset", held::send_reset)
}
