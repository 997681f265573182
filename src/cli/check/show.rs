//! `check --show-config`: what would be checked, under which rules and policy, with every pattern resolved.

use super::{CheckArgs, Ground};
use crate::SCHEMA;
use crate::cli::args::Format;
use crate::cli::output;
use crate::compare::Verdict;
use clap::ValueEnum;
use serde_json::{Map, Value as Json, json};

/// The resolved configuration as JSON.
pub(super) fn render(ground: &Ground, args: &CheckArgs) -> String {
    let config = &ground.config;
    let groups: Vec<Json> = ground
        .groups
        .iter()
        .map(|gathered| {
            let articles = gathered.group.articles.iter();
            let articles: Vec<Json> = articles
                .map(|a| json!({"id": a.id, "published": a.published}))
                .collect();
            json!({"id": gathered.group.id, "mode": gathered.mode.label(), "same-event": gathered.same_event, "allow-silent": gathered.allow_silent, "articles": articles})
        })
        .collect();
    let rules = &ground.rules;
    let packs: Vec<Json> = rules
        .packs
        .iter()
        .enumerate()
        .map(|(at, pack)| {
            let mut claims = rules
                .claims
                .iter()
                .enumerate()
                .filter(|(_, c)| c.pack == at)
                .peekable();
            let is_on =
                claims.peek().is_none() || claims.any(|(claim, _)| ground.policy.asks(claim));
            json!({"id": pack.id, "from": pack.origin, "on": is_on})
        })
        .collect();
    let claims: Map<String, Json> = rules
        .claims
        .iter()
        .map(|claim| {
            let of = Verdict::ALL.map(|v| (v.label().to_owned(), claim.severity(v).label().into()));
            (claim.id.clone(), Json::Object(of.into_iter().collect()))
        })
        .collect();
    let accepted: Vec<Json> = config
        .accepted
        .iter()
        .map(|e| json!({"fingerprint": e.fingerprint, "claim": e.claim, "reason": e.reason, "until": e.until.map(|d| d.to_string())}))
        .collect();
    let fail_on = args.fail_on.unwrap_or(config.fail_on);
    let fail_on = fail_on
        .to_possible_value()
        .map_or_else(String::new, |v| v.get_name().to_owned());
    let folder = std::env::current_dir().map(|f| f.display().to_string());
    let all = json!({
        "schema": SCHEMA, "config": config.name, "folder": folder.ok(), "fail-on": fail_on,
        "groups": groups, "packs": packs, "severity": claims, "accepted": accepted,
        "baseline": {"stale": ground.policy.stale.label(), "expired": ground.policy.expired.label()},
    });
    output::render(&all, Format::Json)
}
