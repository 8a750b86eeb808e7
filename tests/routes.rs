//! Every address × every role × own branch, other branch, above: asked of the real application, and compared with the rule
//! that stands here. A new address needs one line in [`RULES`], and one in `Scene::sample` (beside) if it holds a new kind of id.

mod scene;

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::Request;
use logbook::access::{Act, RoleKind};
use logbook::testing::{self, Answer, TestApp};
use logbook::web::Address;
use logbook::{routes, web};

use scene::{Scene, scene, somebody};

use Who::{At, Public, Shared, SignedIn};

/// Who may ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    Public,
    SignedIn,
    /// Whoever holds a role at or above the unit that allows this.
    At(Act),
    /// The same; and of the network itself whoever holds a role anywhere in it.
    Shared(Act),
}

const RULES: &[(&str, Who)] = &[
    ("GET /assets/{hash}/{name}", Public),
    ("GET /health", Public),
    ("GET /sign-in", Public),
    ("POST /sign-in", Public),
    ("POST /language", Public),
    ("GET /invitations/{token}", Public),
    ("POST /invitations/{token}", Public),
    ("GET /password-resets/{token}", Public),
    ("POST /password-resets/{token}", Public),
    ("POST /sign-out", SignedIn),
    ("POST /sign-out/everywhere", SignedIn),
    ("GET /account", SignedIn),
    ("POST /account", SignedIn),
    ("POST /account/password", SignedIn),
    ("GET /", SignedIn),
    ("GET /definitions", Public),
    ("GET /privacy", Public),
    ("GET /units/{network}/{unit}", At(Act::SeeFigures)),
    ("GET /units/{network}/{unit}/figures", At(Act::SeeFigures)),
    ("GET /units/{network}/{unit}/today", At(Act::Record)),
    // Whoever sees figures only is led on to them.
    ("GET /units/{network}/{unit}/entries", At(Act::SeeFigures)),
    ("POST /units/{network}/{unit}/entries", At(Act::Record)),
    ("GET /units/{network}/{unit}/entries/new", At(Act::Record)),
    ("GET /units/{network}/{unit}/entries/choose", At(Act::Record)),
    ("GET /units/{network}/{unit}/entries/{entry}", At(Act::SeeEntries)),
    ("GET /units/{network}/{unit}/entries/{entry}/saved", At(Act::SeeEntries)),
    ("GET /units/{network}/{unit}/entries/{entry}/edit", At(Act::Record)),
    ("POST /units/{network}/{unit}/entries/{entry}/versions", At(Act::Record)),
    ("GET /units/{network}/{unit}/entries/{entry}/versions/{version}", At(Act::SeeEntries)),
    ("POST /units/{network}/{unit}/entries/{entry}/versions/{version}/return", At(Act::Record)),
    ("POST /units/{network}/{unit}/entries/{entry}/deletion", At(Act::Record)),
    ("POST /units/{network}/{unit}/entries/{entry}/restoration", At(Act::Record)),
    ("POST /units/{network}/{unit}/entries/{entry}/undoing", At(Act::Record)),
    ("GET /units/{network}/{unit}/entries/{entry}/proposals/{version}", At(Act::Record)),
    ("POST /units/{network}/{unit}/entries/{entry}/proposals/{version}", At(Act::Record)),
    ("GET /units/{network}/{unit}/entries/file", At(Act::SeeEntries)),
    ("GET /units/{network}/{unit}/entries/file/codebook", At(Act::SeeEntries)),
    ("GET /units/{network}/{unit}/figures/file", At(Act::SeeFigures)),
    ("GET /units/{network}/{unit}/month", At(Act::Record)),
    ("POST /units/{network}/{unit}/month", At(Act::Record)),
    ("GET /units/{network}/{unit}/structure", At(Act::Build)),
    ("GET /units/{network}/{unit}/structure/export", At(Act::Build)),
    ("GET /units/{network}/{unit}/details", At(Act::Build)),
    ("POST /units/{network}/{unit}/details", At(Act::Build)),
    ("GET /units/{network}/{unit}/history", At(Act::Build)),
    ("POST /units/{network}/{unit}/names", At(Act::Build)),
    ("POST /units/{network}/{unit}/names/withdrawal", At(Act::Build)),
    // Of the unit above, too.
    ("POST /units/{network}/{unit}/placements", At(Act::Build)),
    ("POST /units/{network}/{unit}/placements/withdrawal", At(Act::Build)),
    ("POST /units/{network}/{unit}/closure", At(Act::Build)),
    ("POST /units/{network}/{unit}/closure/withdrawal", At(Act::Build)),
    ("GET /units/{network}/{unit}/closing", At(Act::Build)),
    ("POST /units/{network}/{unit}/units", At(Act::Build)),
    ("POST /units/{network}/{unit}/units/import", At(Act::Build)),
    ("GET /units/{network}/{unit}/activities", At(Act::SeeEntries)),
    ("GET /units/{network}/{unit}/activities/new", At(Act::Build)),
    ("POST /units/{network}/{unit}/activities", At(Act::Build)),
    ("GET /units/{network}/{unit}/activities/{activity}", At(Act::Build)),
    ("POST /units/{network}/{unit}/activities/{activity}", At(Act::Build)),
    ("POST /units/{network}/{unit}/activities/{activity}/ending", At(Act::Build)),
    ("GET /units/{network}/{unit}/projects", At(Act::SeeEntries)),
    ("POST /units/{network}/{unit}/projects", At(Act::Build)),
    ("GET /units/{network}/{unit}/projects/{project}", At(Act::SeeEntries)),
    ("POST /units/{network}/{unit}/projects/{project}", At(Act::Build)),
    ("GET /units/{network}/{unit}/words", At(Act::ManageWords)),
    ("POST /units/{network}/{unit}/words", At(Act::ManageWords)),
    ("GET /units/{network}/{unit}/words/{term}", At(Act::ManageWords)),
    ("POST /units/{network}/{unit}/words/{term}", At(Act::ManageWords)),
    ("POST /units/{network}/{unit}/words/{term}/retirement", At(Act::ManageWords)),
    ("POST /units/{network}/{unit}/words/{term}/return", At(Act::ManageWords)),
    ("GET /units/{network}/{unit}/kinds", At(Act::ManageWords)),
    ("POST /units/{network}/{unit}/kinds", At(Act::ManageWords)),
    ("GET /units/{network}/{unit}/kinds/{kind}", At(Act::ManageWords)),
    ("POST /units/{network}/{unit}/kinds/{kind}", At(Act::ManageWords)),
    ("POST /units/{network}/{unit}/kinds/{kind}/retirement", At(Act::ManageWords)),
    ("POST /units/{network}/{unit}/kinds/{kind}/return", At(Act::ManageWords)),
    ("GET /units/{network}/{unit}/age-bands", At(Act::ManageWords)),
    ("POST /units/{network}/{unit}/age-bands", At(Act::ManageWords)),
    ("GET /units/{network}/{unit}/imports", At(Act::Record)),
    ("POST /units/{network}/{unit}/imports", At(Act::Record)),
    ("POST /units/{network}/{unit}/imports/drafts", At(Act::Record)),
    ("GET /units/{network}/{unit}/imports/drafts/{draft}", At(Act::Record)),
    ("POST /units/{network}/{unit}/imports/drafts/{draft}", At(Act::Record)),
    ("POST /units/{network}/{unit}/imports/drafts/{draft}/dropping", At(Act::Record)),
    ("GET /units/{network}/{unit}/imports/template.xlsx", At(Act::Record)),
    ("GET /units/{network}/{unit}/imports/sheet", At(Act::Record)),
    ("GET /units/{network}/{unit}/imports/{import}", At(Act::Record)),
    ("POST /units/{network}/{unit}/imports/{import}/withdrawal", At(Act::Record)),
    ("GET /units/{network}/{unit}/people", At(Act::ManagePeople)),
    ("POST /units/{network}/{unit}/invitations", At(Act::ManagePeople)),
    ("POST /units/{network}/{unit}/invitations/{invitation}/withdrawal", At(Act::ManagePeople)),
    ("POST /units/{network}/{unit}/invitations/{invitation}/again", At(Act::ManagePeople)),
    ("POST /units/{network}/{unit}/roles/{role}/ending", At(Act::ManagePeople)),
    ("POST /units/{network}/{unit}/roles/{role}/password-reset", At(Act::ManagePeople)),
    ("GET /units/{network}/{unit}/record", At(Act::ManagePeople)),
    ("GET /units/{network}/{unit}/people/{person}/leaving", At(Act::ManagePeople)),
    ("POST /units/{network}/{unit}/people/{person}/leaving", At(Act::ManagePeople)),
    ("GET /units/{network}/{unit}/retention", At(Act::SetRetention)),
    ("POST /units/{network}/{unit}/retention", At(Act::SetRetention)),
    ("GET /units/{network}/{unit}/periods", At(Act::SeeEntries)),
    ("GET /units/{network}/{unit}/periods/{period}", At(Act::SeeEntries)),
    ("POST /units/{network}/{unit}/periods/{period}/closures", At(Act::ClosePeriods)),
    ("POST /units/{network}/{unit}/periods/{period}/closures/{lock}/reopening", At(Act::ReopenPeriods)),
    ("GET /units/{network}/{unit}/entries/{entry}/files", At(Act::Record)),
    ("POST /units/{network}/{unit}/entries/{entry}/files", At(Act::Record)),
    ("GET /units/{network}/{unit}/entries/{entry}/files/{file}", At(Act::ReadNotes)),
    ("POST /units/{network}/{unit}/entries/{entry}/files/{file}", At(Act::Record)),
    ("POST /units/{network}/{unit}/entries/{entry}/files/{file}/removal", At(Act::Record)),
    ("GET /units/{network}/{unit}/entries/{entry}/files/{file}/small", At(Act::ReadNotes)),
    ("GET /units/{network}/{unit}/entries/{entry}/files/{file}/large", At(Act::ReadNotes)),
    ("GET /units/{network}/{unit}/logo", At(Act::SeeFigures)),
    ("GET /units/{network}/{unit}/entries/{entry}/reflections", At(Act::Record)),
    ("POST /units/{network}/{unit}/entries/{entry}/reflections", At(Act::Record)),
    ("GET /units/{network}/{unit}/reflections", At(Act::SeeEntries)),
    ("GET /units/{network}/{unit}/reflections/sets", At(Act::Build)),
    ("GET /units/{network}/{unit}/reflections/sets/new", At(Act::Build)),
    ("POST /units/{network}/{unit}/reflections/sets", At(Act::Build)),
    ("GET /units/{network}/{unit}/reflections/sets/{set}", At(Act::Build)),
    ("POST /units/{network}/{unit}/reflections/sets/{set}", At(Act::Build)),
    ("POST /units/{network}/{unit}/reflections/sets/{set}/questions", At(Act::Build)),
    ("POST /units/{network}/{unit}/reflections/sets/{set}/questions/{question}", At(Act::Build)),
    ("POST /units/{network}/{unit}/reflections/sets/{set}/questions/{question}/retirement", At(Act::Build)),
    ("POST /units/{network}/{unit}/reflections/sets/{set}/questions/{question}/return", At(Act::Build)),
    ("POST /units/{network}/{unit}/reflections/sets/{set}/questions/{question}/place", At(Act::Build)),
    // Who records sees what of it is theirs first.
    ("GET /units/{network}/{unit}/watch", At(Act::SeeEntries)),
    ("POST /units/{network}/{unit}/watch/dismissals", At(Act::SeeEntries)),
    ("POST /units/{network}/{unit}/watch/dismissals/withdrawal", At(Act::SeeEntries)),
    ("POST /units/{network}/{unit}/watch/visits", At(Act::Watch)),
    ("POST /units/{network}/{unit}/watch/visits/{visit}", At(Act::Watch)),
    ("POST /units/{network}/{unit}/watch/visits/{visit}/completion", At(Act::Watch)),
    ("GET /units/{network}/{unit}/questionnaires", At(Act::ManageQuestionnaires)),
    ("POST /units/{network}/{unit}/questionnaires", At(Act::ManageQuestionnaires)),
    ("GET /units/{network}/{unit}/questionnaires/file", At(Act::ManageQuestionnaires)),
    ("POST /units/{network}/{unit}/questionnaires/file", At(Act::ManageQuestionnaires)),
    ("GET /units/{network}/{unit}/questionnaires/{questionnaire}/file", At(Act::ManageQuestionnaires)),
    ("GET /units/{network}/{unit}/questionnaires/{questionnaire}", At(Act::ManageQuestionnaires)),
    ("POST /units/{network}/{unit}/questionnaires/{questionnaire}", At(Act::ManageQuestionnaires)),
    ("POST /units/{network}/{unit}/questionnaires/{questionnaire}/retirement", At(Act::ManageQuestionnaires)),
    ("POST /units/{network}/{unit}/questionnaires/{questionnaire}/return", At(Act::ManageQuestionnaires)),
    ("POST /units/{network}/{unit}/questionnaires/{questionnaire}/versions", At(Act::ManageQuestionnaires)),
    (
        "POST /units/{network}/{unit}/questionnaires/{questionnaire}/versions/{version}/completion",
        At(Act::ManageQuestionnaires),
    ),
    ("GET /units/{network}/{unit}/questionnaires/{questionnaire}/items/new", At(Act::ManageQuestionnaires)),
    ("POST /units/{network}/{unit}/questionnaires/{questionnaire}/items", At(Act::ManageQuestionnaires)),
    (
        "GET /units/{network}/{unit}/questionnaires/{questionnaire}/items/{item}",
        At(Act::ManageQuestionnaires),
    ),
    (
        "POST /units/{network}/{unit}/questionnaires/{questionnaire}/items/{item}",
        At(Act::ManageQuestionnaires),
    ),
    (
        "POST /units/{network}/{unit}/questionnaires/{questionnaire}/items/{item}/place",
        At(Act::ManageQuestionnaires),
    ),
    (
        "POST /units/{network}/{unit}/questionnaires/{questionnaire}/items/{item}/removal",
        At(Act::ManageQuestionnaires),
    ),
    ("GET /units/{network}/{unit}/questionnaires/{questionnaire}/areas", At(Act::ManageQuestionnaires)),
    ("POST /units/{network}/{unit}/questionnaires/{questionnaire}/areas", At(Act::ManageQuestionnaires)),
    ("POST /units/{network}/{unit}/questionnaires/{questionnaire}/languages", At(Act::ManageQuestionnaires)),
    (
        "GET /units/{network}/{unit}/questionnaires/{questionnaire}/languages/{lang}",
        At(Act::ManageQuestionnaires),
    ),
    (
        "POST /units/{network}/{unit}/questionnaires/{questionnaire}/languages/{lang}",
        At(Act::ManageQuestionnaires),
    ),
    (
        "POST /units/{network}/{unit}/questionnaires/{questionnaire}/languages/{lang}/first",
        At(Act::ManageQuestionnaires),
    ),
    (
        "POST /units/{network}/{unit}/questionnaires/{questionnaire}/languages/{lang}/removal",
        At(Act::ManageQuestionnaires),
    ),
    ("GET /a/{address}", Public),
    ("POST /a/{address}", Public),
    ("GET /a/{address}/thanks", Public),
    ("GET /a/{address}/kiosk", Public),
    ("GET /units/{network}/{unit}/evaluations", At(Act::Evaluate)),
    ("POST /units/{network}/{unit}/evaluations", At(Act::Evaluate)),
    ("GET /units/{network}/{unit}/evaluations/{evaluation}", At(Act::Evaluate)),
    ("GET /units/{network}/{unit}/evaluations/{evaluation}/terms", At(Act::Evaluate)),
    ("POST /units/{network}/{unit}/evaluations/{evaluation}/terms", At(Act::Evaluate)),
    ("GET /units/{network}/{unit}/evaluations/{evaluation}/removal", At(Act::Evaluate)),
    ("POST /units/{network}/{unit}/evaluations/{evaluation}/removal", At(Act::Evaluate)),
    ("GET /units/{network}/{unit}/evaluations/{evaluation}/closure", At(Act::Evaluate)),
    ("GET /units/{network}/{unit}/evaluations/{evaluation}/release", At(Act::Evaluate)),
    ("POST /units/{network}/{unit}/evaluations/{evaluation}/opening", At(Act::Evaluate)),
    ("POST /units/{network}/{unit}/evaluations/{evaluation}/closure", At(Act::Evaluate)),
    ("GET /units/{network}/{unit}/voice", At(Act::SeeEvaluation)),
    // Once they are released, everybody in the network may.
    ("GET /units/{network}/{unit}/results", At(Act::SeeResults)),
    ("GET /units/{network}/{unit}/results/{evaluation}", At(Act::SeeResults)),
    ("GET /units/{network}/{unit}/results/{evaluation}/file", At(Act::SeeResults)),
    ("GET /units/{network}/{unit}/results/{evaluation}/words", At(Act::ReadWords)),
    // Of the unit above.
    ("GET /units/{network}/{unit}/results/{evaluation}/review", At(Act::ReviewWords)),
    ("POST /units/{network}/{unit}/results/{evaluation}/review/masks", At(Act::ReviewWords)),
    ("POST /units/{network}/{unit}/results/{evaluation}/review/completion", At(Act::ReviewWords)),
    ("GET /units/{network}/{unit}/targets", At(Act::SetTargets)),
    ("POST /units/{network}/{unit}/targets", At(Act::SetTargets)),
    ("POST /units/{network}/{unit}/evaluations/{evaluation}/release", At(Act::Evaluate)),
    ("POST /units/{network}/{unit}/evaluations/{evaluation}/early", At(Act::Evaluate)),
    ("GET /units/{network}/{unit}/evaluations/{evaluation}/batches", At(Act::Evaluate)),
    ("POST /units/{network}/{unit}/evaluations/{evaluation}/editions", At(Act::Evaluate)),
    ("GET /units/{network}/{unit}/voice/{place}/poster/{size}", At(Act::SeeEvaluation)),
    ("POST /units/{network}/{unit}/evaluations/{evaluation}/copies/{copy}/removal", At(Act::Evaluate)),
    ("POST /units/{network}/{unit}/voice/{place}/cards", At(Act::GiveCodes)),
    ("POST /units/{network}/{unit}/voice/{place}/codes", At(Act::GiveCodes)),
    ("GET /said/{network}/{unit}", Public),
    ("GET /units/{network}/{unit}/change", At(Act::SeeChange)),
    ("GET /units/{network}/{unit}/change/{evaluation}", At(Act::SeeChange)),
    ("GET /units/{network}/{unit}/change/{evaluation}/steps/{step}", At(Act::SeeChange)),
    ("POST /units/{network}/{unit}/change/{evaluation}/steps/{step}", At(Act::WorkOnChange)),
    ("GET /units/{network}/{unit}/change/{evaluation}/aims/{aim}", At(Act::WorkOnChange)),
    ("POST /units/{network}/{unit}/change/{evaluation}/aims/{aim}", At(Act::WorkOnChange)),
    ("POST /units/{network}/{unit}/change/{evaluation}/aims/{aim}/removal", At(Act::WorkOnChange)),
    ("GET /units/{network}/{unit}/change/{evaluation}/said/{said}", At(Act::WorkOnChange)),
    ("POST /units/{network}/{unit}/change/{evaluation}/said/{said}", At(Act::WorkOnChange)),
    ("POST /units/{network}/{unit}/change/{evaluation}/said/{said}/removal", At(Act::WorkOnChange)),
    ("GET /units/{network}/{unit}/change/{evaluation}/slides", At(Act::SeeChange)),
    ("GET /units/{network}/{unit}/change/{evaluation}/poster", At(Act::SeeChange)),
    ("POST /units/{network}/{unit}/change/{evaluation}/publication", At(Act::Publish)),
    ("POST /units/{network}/{unit}/change/{evaluation}/publication/withdrawal", At(Act::Publish)),
    ("GET /units/{network}/{unit}/reports", At(Act::SeeReports)),
    ("POST /units/{network}/{unit}/reports", At(Act::WriteReports)),
    ("GET /units/{network}/{unit}/reports/{report}", At(Act::SeeReports)),
    ("POST /units/{network}/{unit}/reports/{report}/completion", At(Act::FinishReports)),
    ("POST /units/{network}/{unit}/reports/{report}/removal", At(Act::WriteReports)),
    ("GET /units/{network}/{unit}/reports/{report}/sections/{section}", At(Act::WriteReports)),
    ("POST /units/{network}/{unit}/reports/{report}/sections/{section}", At(Act::WriteReports)),
    ("GET /units/{network}/{unit}/reports/{report}/sections/{section}/versions", At(Act::WriteReports)),
    ("POST /units/{network}/{unit}/reports/{report}/sections/{section}/versions", At(Act::WriteReports)),
    ("GET /units/{network}/{unit}/reports/{report}/figures/{mark}", At(Act::SeeReports)),
    ("GET /units/{network}/{unit}/reports/{report}/file/{format}", At(Act::SeeReports)),
    ("GET /units/{network}/{unit}/reports/{report}/photos/{file}", At(Act::SeeReports)),
    ("GET /units/{network}/{unit}/reports/{report}/reconciliation", At(Act::WriteReports)),
    ("GET /units/{network}/{unit}/reports/{report}/differences", At(Act::SeeReports)),
    ("GET /units/{network}/{unit}/pictures", At(Act::SeeFigures)),
    ("GET /units/{network}/{unit}/pictures/{template}/{picture}", At(Act::SeeFigures)),
    ("POST /units/{network}/{unit}/pictures/colour", At(Act::Build)),
    ("POST /units/{network}/{unit}/pictures/logo", At(Act::Build)),
    ("POST /units/{network}/{unit}/pictures/logo/removal", At(Act::Build)),
    ("GET /units/{network}/{unit}/costs", At(Act::Build)),
    ("POST /units/{network}/{unit}/costs", At(Act::Build)),
    ("GET /units/{network}/{unit}/population", At(Act::ManageWords)),
    ("POST /units/{network}/{unit}/population", At(Act::ManageWords)),
    ("GET /units/{network}/{unit}/packs", At(Act::SeeEntries)),
    ("GET /units/{network}/{unit}/packs/{pack}", At(Act::SeeEntries)),
    ("GET /units/{network}/{unit}/packs/{pack}/file", At(Act::SeeEntries)),
    ("GET /units/{network}/{unit}/calendar", At(Act::SeeCalendar)),
    ("GET /units/{network}/{unit}/calendar/file", At(Act::SeeCalendar)),
    ("GET /units/{network}/{unit}/calendar/dates/{date}", At(Act::ManageCalendar)),
    ("POST /units/{network}/{unit}/calendar/dates/{date}", At(Act::ManageCalendar)),
    ("POST /units/{network}/{unit}/calendar/dates/{date}/removal", At(Act::ManageCalendar)),
    ("POST /units/{network}/{unit}/calendar/dates/{date}/exceptions", At(Act::ManageCalendar)),
    // Of the unit that hands something in.
    ("POST /units/{network}/{unit}/calendar/dates/{date}/handing-in", At(Act::WriteReports)),
    ("POST /units/{network}/{unit}/calendar/letters/{mail}/again", At(Act::ManageCalendar)),
    ("GET /open/{network}", Public),
    ("GET /open/{network}/{unit}", Public),
    ("GET /open/{network}/{unit}/embed", Public),
    ("GET /open/{network}/{unit}/embed.js", Public),
    ("GET /open/{network}/{unit}/data.csv", Public),
    ("GET /open/{network}/{unit}/data.json", Public),
    ("GET /oembed", Public),
    ("GET /units/{network}/{unit}/public", At(Act::Publish)),
    ("POST /units/{network}/{unit}/public", At(Act::Publish)),
    ("GET /units/{network}/{unit}/public/preview", At(Act::Publish)),
    ("POST /units/{network}/{unit}/public/publication", At(Act::Publish)),
    ("POST /units/{network}/{unit}/public/publication/withdrawal", At(Act::Publish)),
    ("GET /units/{network}/{unit}/plans", Shared(Act::SeePlan)),
    ("POST /units/{network}/{unit}/plans", At(Act::WritePlan)),
    ("GET /units/{network}/{unit}/plans/named", Shared(Act::SeePlan)),
    ("GET /units/{network}/{unit}/plans/file", At(Act::WritePlan)),
    ("POST /units/{network}/{unit}/plans/file", At(Act::WritePlan)),
    ("GET /units/{network}/{unit}/plans/{year}", Shared(Act::SeePlan)),
    ("GET /units/{network}/{unit}/plans/{year}/file/{format}", Shared(Act::SeePlan)),
    ("GET /units/{network}/{unit}/plans/{year}/about", At(Act::WritePlan)),
    ("POST /units/{network}/{unit}/plans/{year}/about", At(Act::WritePlan)),
    ("GET /units/{network}/{unit}/plans/{year}/next", At(Act::WritePlan)),
    ("POST /units/{network}/{unit}/plans/{year}/next", At(Act::WritePlan)),
    ("GET /units/{network}/{unit}/plans/{year}/parts/{part}", Shared(Act::SeePlan)),
    ("POST /units/{network}/{unit}/plans/{year}/parts/{part}", At(Act::WritePlan)),
    ("GET /units/{network}/{unit}/plans/{year}/parts/{part}/targets/{target}", Shared(Act::SeePlan)),
    ("POST /units/{network}/{unit}/plans/{year}/parts/{part}/targets/{target}/counts", At(Act::WritePlan)),
    ("POST /units/{network}/{unit}/plans/{year}/parts/{part}/targets/{target}/dropping", At(Act::WritePlan)),
    ("POST /units/{network}/{unit}/plans/{year}/parts/{part}/targets/{target}/pursuit", At(Act::WritePlan)),
    ("POST /units/{network}/{unit}/plans/{year}/counts/{count}/removal", At(Act::WritePlan)),
    ("GET /units/{network}/{unit}/plans/{year}/counts/{count}/file", Shared(Act::SeePlan)),
    ("GET /units/{network}/{unit}/plans/{year}/parts/{part}/qualitative/{indicator}", Shared(Act::SeePlan)),
    ("POST /units/{network}/{unit}/plans/{year}/parts/{part}/qualitative/{indicator}", At(Act::WritePlan)),
    ("GET /units/{network}/{unit}/plans/{year}/parts/{part}/form", At(Act::WritePlan)),
    ("POST /units/{network}/{unit}/plans/{year}/parts/{part}/place", At(Act::WritePlan)),
    ("POST /units/{network}/{unit}/plans/{year}/parts/{part}/removal", At(Act::WritePlan)),
    ("POST /units/{network}/{unit}/plans/{year}/parts/{part}/return", At(Act::WritePlan)),
    ("GET /units/{network}/{unit}/plans/{year}/adoption", Shared(Act::SeePlan)),
    // Who records which step: src/plan/tests/adoption.rs.
    ("POST /units/{network}/{unit}/plans/{year}/adoption", Shared(Act::SeePlan)),
    ("POST /units/{network}/{unit}/plans/{year}/adoption/withdrawal", Shared(Act::SeePlan)),
    ("POST /units/{network}/{unit}/plans/{year}/amendments", At(Act::WritePlan)),
    ("GET /units/{network}/{unit}/plans/{year}/editions", Shared(Act::SeePlan)),
    ("GET /units/{network}/{unit}/plans/{year}/editions/{edition}", Shared(Act::SeePlan)),
    ("GET /units/{network}/{unit}/plans/{year}/comparison", Shared(Act::SeePlan)),
    ("GET /units/{network}/{unit}/plans/{year}/comments", Shared(Act::SeePlan)),
    ("POST /units/{network}/{unit}/plans/{year}/comments", Shared(Act::SeePlan)),
    ("POST /units/{network}/{unit}/plans/{year}/comments/{comment}/answer", At(Act::WritePlan)),
    // By whoever said it.
    ("POST /units/{network}/{unit}/plans/{year}/comments/{comment}/removal", Shared(Act::SeePlan)),
    ("POST /units/{network}/{unit}/plans/{year}/publication", At(Act::Publish)),
    ("POST /units/{network}/{unit}/plans/{year}/publication/withdrawal", At(Act::Publish)),
    ("GET /open/{network}/{unit}/plans/{year}", Public),
    ("GET /units/{network}/{unit}/bodies", Shared(Act::SeePlan)),
    ("GET /units/{network}/{unit}/bodies/{body}", Shared(Act::SeePlan)),
    ("POST /units/{network}/{unit}/bodies/{body}", At(Act::ManageBodies)),
    ("GET /units/{network}/{unit}/bodies/{body}/form", At(Act::ManageBodies)),
    ("POST /units/{network}/{unit}/bodies/{body}/removal", At(Act::ManageBodies)),
    ("POST /units/{network}/{unit}/bodies/{body}/return", At(Act::ManageBodies)),
    ("POST /units/{network}/{unit}/bodies/{body}/members", At(Act::ManageBodies)),
    ("POST /units/{network}/{unit}/bodies/{body}/members/{member}", At(Act::ManageBodies)),
    ("POST /units/{network}/{unit}/bodies/{body}/members/{member}/figures", At(Act::ManagePeople)),
    ("POST /units/{network}/{unit}/bodies/{body}/members/{member}/figures/withdrawal", At(Act::ManagePeople)),
    ("GET /units/{network}/{unit}/bodies/{body}/meetings/{meeting}", Shared(Act::SeePlan)),
    // And of members of the body, whatever their role.
    ("POST /units/{network}/{unit}/bodies/{body}/meetings/{meeting}", At(Act::ManageBodies)),
    ("GET /units/{network}/{unit}/bodies/{body}/meetings/{meeting}/form", At(Act::ManageBodies)),
    ("POST /units/{network}/{unit}/bodies/{body}/meetings/{meeting}/removal", At(Act::ManageBodies)),
];

/// What is sent, as (kind, body). An empty form, but where a page reads more before it asks who sent it:
/// `"POST /…/import" => ("multipart/form-data; boundary=x", "--x--\r\n"),`
fn body(rule: &str) -> (&'static str, &'static str) {
    match rule {
        "POST /units/{network}/{unit}/entries/{entry}/undoing" => (FORM, "version=1"),
        "POST /units/{network}/{unit}/pictures/colour" => (FORM, "colour=%2300444c"),
        _ if rule.starts_with("GET ") => ("text/plain", ""),
        _ => (FORM, ""),
    }
}

const FORM: &str = "application/x-www-form-urlencoded";

async fn ask(app: &TestApp, rule: &str, scene: &Scene, cookie: &str) -> Answer {
    let (method, pattern) = rule.split_once(' ').expect("METHOD /path");
    let path = scene.path(app, pattern).await;
    let (kind, body) = body(rule);
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header("cookie", cookie)
        .header("sec-fetch-site", "same-origin")
        .header("content-type", kind);
    app.send(request.body(Body::from(body)).expect("a request")).await
}

/// What is wrong with an answer, if anything.
fn complaint(rule: &str, answer: &Answer, expected: &str) -> Option<String> {
    // A form is kept at the door; anything else is asked for again behind it.
    let kept = answer.status == 401 && answer.body.contains("name=\"kept_to\"") && !rule.starts_with("GET ");
    let at_the_door = kept || answer.location.as_deref().is_some_and(|to| to.starts_with("/sign-in?next="));
    let status = answer.status.as_u16();
    let got = match status {
        _ if at_the_door => "led to the door".to_owned(),
        403 => "denied".to_owned(),
        500.. => format!("failed with {status}"),
        400.. if rule.starts_with("GET ") => format!("answered {status}: is the sample real?"),
        _ => "allowed".to_owned(),
    };
    // What is denied must be denied before anything else is found out.
    let got = if expected == "denied" && got == "allowed" { format!("let in ({status})") } else { got };
    (got != expected).then(|| format!("{got}, expected: {expected}"))
}

fn addresses() -> BTreeSet<String> {
    let all = [routes(), web::frame()];
    let name = |address: &Address| format!("{} {}", address.method, address.path);
    all.iter().flat_map(|routes| routes.addresses().iter().map(name)).collect()
}

#[test]
fn every_address_has_its_rule_and_every_rule_its_address() {
    let (addresses, rules) = (addresses(), RULES.iter().map(|(rule, _)| (*rule).to_owned()).collect());
    let missing: Vec<_> = addresses.difference(&rules).collect();
    assert!(missing.is_empty(), "say in RULES of tests/routes.rs who may ask: {missing:#?}");
    let gone: Vec<_> = rules.difference(&addresses).collect();
    assert!(gone.is_empty(), "RULES of tests/routes.rs states rules for addresses that are gone: {gone:#?}");
    assert_eq!(rules.len(), RULES.len(), "a rule stands twice");
}

/// Thousands of questions, asked in so many parts beside one another.
const PARTS: usize = 4;

#[tokio::test]
async fn every_address_answers_everybody_by_its_rule_first_part() {
    asked_by_everybody(0).await;
}

#[tokio::test]
async fn every_address_answers_everybody_by_its_rule_second_part() {
    asked_by_everybody(1).await;
}

#[tokio::test]
async fn every_address_answers_everybody_by_its_rule_third_part() {
    asked_by_everybody(2).await;
}

#[tokio::test]
async fn every_address_answers_everybody_by_its_rule_last_part() {
    asked_by_everybody(PARTS - 1).await;
}

async fn asked_by_everybody(part: usize) {
    let app = TestApp::new().await;
    testing::network(&app, "druga", "Druga").await;
    let own = scene(&app, "mreza", "mc-reka").await;
    let other = scene(&app, "mreza", "mc-sava").await;
    let above = scene(&app, "mreza", "mreza").await;
    let elsewhere = scene(&app, "druga", "mc-reka").await;
    let municipality = app.unit("ljubljana").await;
    let mut wrong = Vec::new();
    // In their order: what one deletes, the next brings back.
    let rules = RULES.chunks(RULES.len().div_ceil(PARTS)).nth(part).expect("a part");
    let known = addresses();
    for (rule, who) in rules.iter().filter(|(rule, _)| known.contains(*rule)) {
        let mut check = |whose: String, answer: Answer, expected: &str| {
            wrong.extend(complaint(rule, &answer, expected).map(|what| format!("{rule} as {whose}: {what}")));
        };
        let nobody = ask(&app, rule, &own, "").await;
        check("nobody".into(), nobody, if *who == Public { "allowed" } else { "led to the door" });
        let (cookie, ..) = somebody(&app, None).await;
        let none = ask(&app, rule, &own, &cookie).await;
        check(
            "an account without roles".into(),
            none,
            if matches!(who, At(_) | Shared(_)) { "denied" } else { "allowed" },
        );
        for kind in RoleKind::ALL {
            let whole = kind == RoleKind::Coordinator;
            let unit = if whole { &above.unit } else { &municipality };
            let places = [
                ("own branch", &own, true),
                ("another branch", &other, whole),
                ("above", &above, whole),
                ("another network", &elsewhere, false),
            ];
            for (place, scene, holds) in places {
                // About the network itself nobody answers: there is nothing there that could be allowed.
                if place == "above" && holds && rule.contains("{place}") {
                    continue;
                }
                // Somebody new each time: an act may end the session or the role it was asked with.
                let (cookie, ..) = somebody(&app, Some((kind, unit))).await;
                let answer = ask(&app, rule, scene, &cookie).await;
                let denied = match who {
                    Public | SignedIn => false,
                    At(act) => !(holds && act.allowed_to(kind)),
                    Shared(act) => place != "above" && !(holds && act.allowed_to(kind)),
                };
                check(
                    format!("{} in {place}", kind.code()),
                    answer,
                    if denied { "denied" } else { "allowed" },
                );
            }
        }
    }
    assert!(wrong.is_empty(), "{} answers against the rules:\n{}", wrong.len(), wrong.join("\n"));
}
