//! The page for the doctor: the course, the ratings over what is usual, the ticked signs, what was done. One file that needs
//! nothing else, for the screen and for A4 and Letter. It is the patient's own record, and judges nothing.

use super::chart::Chart;
use super::html::Html;
use super::pictures::{self, Shown};
use super::table::percent;
use super::{Tell, wall, wall_of};
use crate::Companion;
use crate::contract::{Check, Diary, DiaryPlan, ExportForm};
use crate::problem::Problem;
use crate::store::Version;
use crate::words::Words;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use plan::{Answer, Plan, Row};
use std::collections::BTreeMap;

/// How the page looks. It is light on every screen, because paper is.
const STYLE: &str = include_str!("page.css");

/// What became of the reminders of one instruction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    due: u32,
    done: u32,
    skipped: u32,
    not_shown: u32,
}

/// A treatment with all that the page tells of it.
struct Told<'t> {
    version: &'t Version,
    view: &'t DiaryPlan,
    /// Oldest first.
    checks: Vec<&'t Check>,
    /// By the instruction's title, in the order in which they first came due.
    counts: Vec<(String, Count)>,
    /// Oldest first.
    photos: Vec<&'t Shown>,
}

impl Companion {
    /// The page for the doctor, newest treatment first: with what the patient wrote, and with the photos, that were asked for.
    pub(super) fn page(
        &self,
        form: &ExportForm,
        now: DateTime<Utc>,
        zone: Tz,
        tell: Tell<'_>,
    ) -> Result<String, Problem> {
        let procedures = self.store.procedures()?;
        let diary = self.diary(now, zone)?;
        let ledger = self.ledger(now, zone)?;
        let plans = self.plans(zone)?;
        let photos = self.pictures(&form.photos, now, zone, tell)?;
        let mut counts = self.counts(&plans, &ledger);
        let mut checks: BTreeMap<&str, Vec<&Check>> = BTreeMap::new();
        for check in diary.checks.iter().rev() {
            checks.entry(&check.procedure).or_default().push(check);
        }
        let versions: BTreeMap<&str, &Version> =
            procedures.iter().filter_map(|(id, versions)| Some((id.as_str(), versions.last()?))).collect();
        let told: Vec<Told<'_>> = diary
            .procedures
            .iter()
            .filter_map(|view| {
                let id = view.id.as_str();
                let photos = photos.iter().filter(|photo| photo.procedure.as_deref() == Some(id)).collect();
                let (checks, counts) =
                    (checks.remove(id).unwrap_or_default(), counts.remove(id).unwrap_or_default());
                Some(Told { version: versions.get(id)?, view, checks, counts, photos })
            })
            .collect();
        if told.is_empty() {
            return Err(Problem::new("export-nothing"));
        }
        let words = &self.words;
        let mut html = Html::default();
        html.own("<!doctype html>\n");
        html.element(&format!("html lang=\"{}\" dir=\"auto\"", words.language()), |html| {
            html.element("head", |html| {
                html.open("meta charset=\"utf-8\"");
                html.open("meta name=\"viewport\" content=\"width=device-width\"");
                // Whatever a text holds, nothing of it runs and nothing is fetched.
                html.open("meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\"");
                html.put("title", &words.say("page-title"));
                html.element("style", |html| html.own(STYLE));
            });
            html.element("body", |html| {
                self.head(html, now, zone);
                course(html, words, &told);
                for (number, one) in told.iter().enumerate() {
                    // Photos take by far the most time, and are made by now.
                    if photos.is_empty() {
                        tell(percent(number, told.len()));
                    }
                    html.element("section", |html| self.treatment(html, &diary, one, form.notes, zone));
                }
                html.element("footer", |html| {
                    html.put("p", &words.say_with("page-made", &[("version", env!("CARGO_PKG_VERSION"))]));
                    html.put("p", &words.say("intended-purpose"));
                });
            });
        });
        html.own("\n");
        Ok(html.written())
    }

    fn head(&self, html: &mut Html, now: DateTime<Utc>, zone: Tz) {
        let words = &self.words;
        html.element("header", |html| {
            html.put("h1", &words.say("page-title"));
            html.element("p class=\"name\"", |html| {
                html.put("span", &words.say("page-name"));
                html.put("span class=\"blank\"", "");
            });
            let as_of = [("moment", wall(now, zone)), ("zone", zone.name().replace('_', " "))];
            html.put(
                "p",
                &words.say_with("page-as-of", &as_of.each_ref().map(|(name, value)| (*name, value.as_str()))),
            );
            html.put("p", &words.say("page-own"));
            if self.draft() {
                html.element("p", |html| html.put("span class=\"tag\"", &words.say("draft")));
            }
        });
    }

    fn treatment(&self, html: &mut Html, diary: &Diary, told: &Told<'_>, notes: bool, zone: Tz) {
        let words = &self.words;
        let areas = areas(words, told.version);
        let ended = wall(told.version.ended, there(told.version));
        html.put("h2", &words.say_with("page-treatment", &[("moment", &ended), ("areas", &areas)]));
        self.ratings(html, diary, told, zone);
        self.signs(html, told, zone);
        if notes {
            written(html, words, told, zone);
        }
        done(html, words, &told.counts);
        pictures::put(html, &words.say("page-photos"), &told.photos);
    }

    fn ratings(&self, html: &mut Html, diary: &Diary, told: &Told<'_>, zone: Tz) {
        let words = &self.words;
        html.put("h3", &words.say("page-ratings"));
        let rated: Vec<_> = diary
            .symptoms
            .iter()
            .filter_map(|symptom| {
                let ratings = told.checks.iter();
                let ratings: Vec<(f64, u32)> =
                    ratings.filter_map(|one| Some((one.hours, *one.ratings.get(&symptom.id)?))).collect();
                (!ratings.is_empty()).then_some((symptom, ratings))
            })
            .collect();
        if rated.is_empty() {
            html.put("p", &words.say("page-ratings-none"));
            return;
        }
        let days = words.say("page-days");
        html.element("div class=\"charts\"", |html| {
            for (symptom, ratings) in &rated {
                let (question, usual) = (symptom.question.as_str(), symptom.typical.as_slice());
                html.element("figure", |html| {
                    html.put("figcaption", question);
                    html.own(&Chart { question, usual, ratings, days: &days }.svg());
                });
            }
        });
        html.put("p class=\"key\"", &words.say("page-key"));
        html.element("table", |html| {
            html.element("thead", |html| {
                html.element("tr", |html| {
                    html.put("th", &words.say("page-when"));
                    html.put("th class=\"number\"", &words.say("page-hours"));
                    for (symptom, _) in &rated {
                        html.put("th class=\"number\"", &symptom.question);
                    }
                });
            });
            html.element("tbody", |html| {
                let any = |check: &&&Check| {
                    rated.iter().any(|(symptom, _)| check.ratings.contains_key(&symptom.id))
                };
                for check in told.checks.iter().filter(any) {
                    html.element("tr", |html| {
                        html.put("td class=\"when\"", &moment(check, zone));
                        html.put("td class=\"number\"", &format!("{:.1}", check.hours));
                        for (symptom, _) in &rated {
                            let rating = check.ratings.get(&symptom.id).map(u32::to_string);
                            html.put("td class=\"number\"", rating.as_deref().unwrap_or("–"));
                        }
                    });
                }
            });
        });
    }

    fn signs(&self, html: &mut Html, told: &Told<'_>, zone: Tz) {
        let words = &self.words;
        html.put("h3", &words.say("page-signs"));
        let language = words.language();
        let sign = |id: &String| {
            let known = self.protocol.warnings.iter().find(|one| one.id == *id);
            known.map_or(id.clone(), |one| one.sign.get(language).to_owned())
        };
        let ticked: Vec<(String, String)> = told
            .checks
            .iter()
            .flat_map(|check| check.signs.iter().map(move |id| (check, id)))
            .map(|(check, id)| (moment(check, zone), sign(id)))
            .collect();
        if ticked.is_empty() {
            html.put("p", &words.say("page-signs-none"));
            return;
        }
        html.element("ul", |html| {
            for (at, sign) in &ticked {
                html.put("li", &words.say_with("page-sign", &[("moment", at), ("sign", sign)]));
            }
        });
    }

    /// What became of the reminders that can be answered, by treatment.
    fn counts(
        &self,
        plans: &[(String, Plan)],
        ledger: &[(String, DateTime<Utc>, Row)],
    ) -> BTreeMap<String, Vec<(String, Count)>> {
        let known: BTreeMap<&str, &Plan> = plans.iter().map(|(id, plan)| (id.as_str(), plan)).collect();
        let mut out: BTreeMap<String, Vec<(String, Count)>> = BTreeMap::new();
        for (key, _, row) in ledger {
            let Some((id, _)) = key.split_once('/') else { continue };
            let found = known.get(id).and_then(|plan| Some((*plan, plan.occurrence(key)?)));
            let Some((plan, occurrence)) = found.filter(|(plan, one)| one.answerable(plan)) else { continue };
            let title = plan.window_of(occurrence).title(self.words.language());
            let counts = out.entry(id.to_owned()).or_default();
            let place = counts.iter().position(|(one, _)| one == title).unwrap_or_else(|| {
                counts.push((title.to_owned(), Count::default()));
                counts.len() - 1
            });
            if let Some((_, count)) = counts.get_mut(place) {
                count.due += 1;
                match row.answer {
                    Some((Answer::Done, _)) => count.done += 1,
                    Some((Answer::Skipped, _)) => count.skipped += 1,
                    _ if row.shown.is_empty() && row.missed.is_some() => count.not_shown += 1,
                    _ => {}
                }
            }
        }
        out
    }
}

fn course(html: &mut Html, words: &Words, told: &[Told<'_>]) {
    html.element("section", |html| {
        html.put("h2", &words.say("page-course"));
        html.element("table", |html| {
            html.element("thead", |html| {
                html.element("tr", |html| {
                    for id in
                        ["page-date", "page-session", "page-device", "page-areas", "page-also", "page-next"]
                    {
                        html.put("th", &words.say(id));
                    }
                });
            });
            html.element("tbody", |html| {
                for Told { version, view, .. } in told {
                    let there = there(version);
                    let (session, sessions) = (view.session.to_string(), view.sessions.to_string());
                    let next = version.next_session.map_or_else(|| "–".into(), |next| wall(next, there));
                    html.element("tr", |html| {
                        html.put("td class=\"when\"", &wall(version.ended, there));
                        html.put(
                            "td",
                            &words.say_with(
                                "page-session-is",
                                &[("session", &session), ("sessions", &sessions)],
                            ),
                        );
                        html.put("td", &device(words, version));
                        html.put("td", &areas(words, version));
                        html.put("td", &also(words, version));
                        html.put("td", &next);
                    });
                }
            });
        });
    });
}

/// What the patient wrote. It may be in another direction of writing than the page, and turns nothing but itself.
fn written(html: &mut Html, words: &Words, told: &Told<'_>, zone: Tz) {
    let with: Vec<&&Check> = told.checks.iter().filter(|check| !check.note.is_empty()).collect();
    if with.is_empty() {
        return;
    }
    html.put("h3", &words.say("page-notes"));
    html.element("dl", |html| {
        for check in with {
            html.put("dt", &moment(check, zone));
            html.put("dd dir=\"auto\"", &check.note);
        }
    });
}

fn done(html: &mut Html, words: &Words, counts: &[(String, Count)]) {
    html.put("h3", &words.say("page-done"));
    if counts.is_empty() {
        html.put("p", &words.say("page-done-none"));
        return;
    }
    html.element("table", |html| {
        html.element("thead", |html| {
            html.element("tr", |html| {
                html.put("th", &words.say("page-what"));
                for id in
                    ["page-due", "page-was-done", "page-was-skipped", "page-unanswered", "page-not-shown"]
                {
                    html.put("th class=\"number\"", &words.say(id));
                }
            });
        });
        html.element("tbody", |html| {
            for (title, count) in counts {
                let open = count.due - count.done - count.skipped - count.not_shown;
                html.element("tr", |html| {
                    html.put("td", title);
                    for number in [count.due, count.done, count.skipped, open, count.not_shown] {
                        html.put("td class=\"number\"", &number.to_string());
                    }
                });
            }
        });
    });
}

/// A treatment took place when that place's own clock says.
fn there(version: &Version) -> Tz {
    version.zone.parse().unwrap_or(Tz::UTC)
}

fn moment(check: &Check, zone: Tz) -> String {
    wall_of(&check.at, zone)
}

/// A device, an area or a trait that has no words is called as the protocol calls it.
fn named(words: &Words, id: &str, own: &str) -> String {
    let said = words.say(id);
    if said == id { own.to_owned() } else { said }
}

fn device(words: &Words, version: &Version) -> String {
    let device = named(words, &format!("device-{}", version.device), &version.device);
    match version.depth_mm {
        None => device,
        Some(mm) => words.say_with("board-device-depth", &[("device", &device), ("mm", &mm.to_string())]),
    }
}

fn areas(words: &Words, version: &Version) -> String {
    let names: Vec<String> =
        version.areas.iter().map(|area| named(words, &format!("area-{area}"), area)).collect();
    names.join(&words.say("list-comma"))
}

fn also(words: &Words, version: &Version) -> String {
    let all = [
        (version.prp, "board-prp"),
        (version.antibiotic, "page-antibiotic"),
        (version.pih_prone, "page-dark-marks"),
    ];
    let said: Vec<String> = all.into_iter().filter(|(so, _)| *so).map(|(_, id)| words.say(id)).collect();
    if said.is_empty() { "–".into() } else { said.join(&words.say("list-comma")) }
}
