//! The warning signs, and what is needed to call about one: the clinic's contact, the emergency number, the facts to read aloud.

use crate::Companion;
use crate::board::utc;
use crate::contract::{Card, ContactForm, Level, Sign, Warnings};
use crate::problem::Problem;
use crate::words::Words;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use plan::protocol::URGENCY;
use plan::{Protocol, warning};

/// Each field of a contact, its setting, and the most characters it holds: a name and a number are one line, the rest is what a
/// clinic's door says.
const FIELDS: [(&str, &str, usize); 4] = [
    ("name", "contact.name", 80),
    ("phone", "contact.phone", 40),
    ("hours", "contact.hours", 300),
    ("out_of_hours", "contact.out_of_hours", 300),
];

/// The setting of the country whose emergency number is shown; empty where the patient is in another than those known.
const COUNTRY: &str = "country";

/// Fewer digits are no number to call.
const LEAST_DIGITS: usize = 3;

/// What the store knows for a call.
struct Known {
    contact: ContactForm,
    /// The country that the patient chose, if one was: none is another country than those known.
    country: Option<Option<String>>,
    cards: Vec<Card>,
}

impl Companion {
    /// The warning signs, their fixed messages, and what is needed to call. It cannot fail: where the store cannot be read, the
    /// rest is there, and the contact is none.
    #[must_use]
    pub fn warnings(&self, now: DateTime<Utc>, zone: Tz) -> Warnings {
        let (contact, country, cards) = match self.known_for_a_call(now, zone) {
            Ok(known) => (Some(known.contact), known.country, known.cards),
            // A patient must reach the signs all the same. What is wrong with the store is told wherever else it is asked.
            Err(_) => (None, None, Vec::new()),
        };
        let region = self.country.as_deref();
        let signs = signs(&self.protocol, &self.words, self.draft(), region, country.as_ref());
        Warnings { contact, cards, ..signs }
    }

    /// Keeps what the patient wrote down of the clinic. It needs no consent: nothing is done with it but shown.
    ///
    /// # Errors
    /// `contact-too-long`, `contact-hidden-signs` or `phone-not-a-number`, by field; or where the store cannot be written.
    pub fn set_contact(&mut self, form: &ContactForm) -> Result<(), Problem> {
        let [name, phone, hours, out_of_hours] = check(form)?;
        let values = [&name, &phone, &hours, &out_of_hours];
        let settings: Vec<(&str, &str)> =
            FIELDS.iter().zip(values).map(|((_, setting, _), value)| (*setting, value.as_str())).collect();
        self.store.set(&settings)
    }

    /// Chooses the country whose emergency number is shown; none is another than those known.
    ///
    /// # Errors
    /// `country-unknown`; or where the store cannot be written.
    pub fn set_country(&mut self, code: Option<&str>) -> Result<(), Problem> {
        known_country(&self.protocol, code)?;
        self.store.set(&[(COUNTRY, code.unwrap_or_default())])
    }

    fn known_for_a_call(&self, now: DateTime<Utc>, zone: Tz) -> Result<Known, Problem> {
        let chosen = self.store.setting(COUNTRY)?;
        Ok(Known {
            contact: self.contact()?,
            country: chosen.map(|code| Some(code).filter(|code| !code.is_empty())),
            cards: self.cards(now, zone)?,
        })
    }

    fn contact(&self) -> Result<ContactForm, Problem> {
        let read = |name| Ok::<_, Problem>(self.store.setting(name)?.unwrap_or_default());
        let [name, phone, hours, out_of_hours] = FIELDS.map(|(_, setting, _)| read(setting));
        Ok(ContactForm { name: name?, phone: phone?, hours: hours?, out_of_hours: out_of_hours? })
    }

    /// The treatments that have a board on Today, newest first.
    fn cards(&self, now: DateTime<Utc>, zone: Tz) -> Result<Vec<Card>, Problem> {
        let procedures = self.store.procedures()?;
        let plans = self.plans(zone)?;
        let newest = plans.iter().map(|(_, plan)| plan.procedure().ended).max();
        let mut found = Vec::new();
        for ((id, versions), (_, plan)) in procedures.into_iter().zip(plans.iter()) {
            if let Some(version) = versions.into_iter().next_back()
                && (plan.speaks(now) || Some(version.ended) == newest)
            {
                let card = Card {
                    id,
                    ended: utc(version.ended),
                    device: version.device,
                    depth_mm: version.depth_mm,
                    areas: version.areas,
                    prp: version.prp,
                    antibiotic: version.antibiotic,
                    session: version.session,
                    sessions: version.sessions,
                };
                found.push((version.ended, card));
            }
        }
        found.sort_by_key(|(ended, _)| std::cmp::Reverse(*ended));
        Ok(found.into_iter().map(|(_, card)| card).collect())
    }
}

/// The signs of a protocol without a store: nothing is known of the clinic or a treatment. A chosen country counts for this one
/// answer and is kept nowhere.
///
/// # Errors
/// `country-unknown`.
pub(crate) fn signs_without_store(
    protocol: &Protocol,
    words: &Words,
    region: Option<&str>,
    chosen: Option<&Option<String>>,
) -> Result<Warnings, Problem> {
    if let Some(code) = chosen {
        known_country(protocol, code.as_deref())?;
    }
    Ok(signs(protocol, words, true, region, chosen))
}

/// The warning signs and their fixed messages, as a protocol has them, with the emergency number of the chosen country, else of
/// the system's region.
fn signs(
    protocol: &Protocol,
    words: &Words,
    draft: bool,
    region: Option<&str>,
    chosen: Option<&Option<String>>,
) -> Warnings {
    let language = words.language();
    let rank = |id: &str| URGENCY.iter().position(|known| *known == id).unwrap_or(URGENCY.len());
    let mut levels: Vec<Level> = protocol
        .levels
        .iter()
        .map(|(id, level)| Level {
            id: id.clone(),
            title: level.title.get(language).to_owned(),
            action: level.action.get(language).to_owned(),
        })
        .collect();
    levels.sort_by(|a, b| rank(&a.id).cmp(&rank(&b.id)).then_with(|| a.id.cmp(&b.id)));
    let signs = protocol.warnings.iter().map(|sign| Sign {
        id: sign.id.clone(),
        level: sign.level.clone(),
        sign: sign.sign.get(language).to_owned(),
    });
    let country = chosen.map_or(region, |code| code.as_deref());
    let countries = warning::countries(protocol);
    Warnings {
        levels,
        signs: signs.collect(),
        emergency: warning::emergency_number(protocol, country).to_owned(),
        draft,
        country: country.filter(|code| countries.contains(code)).map(str::to_owned),
        countries: countries.into_iter().map(str::to_owned).collect(),
        chosen: chosen.is_some(),
        contact: None,
        cards: Vec::new(),
    }
}

fn known_country(protocol: &Protocol, code: Option<&str>) -> Result<(), Problem> {
    match code {
        Some(code) if !warning::countries(protocol).contains(&code) => {
            Err(Problem::new("country-unknown").about("code"))
        }
        _ => Ok(()),
    }
}

/// What was typed, without the space around it, in the order of [`FIELDS`].
fn check(form: &ContactForm) -> Result<[String; 4], Problem> {
    let typed = [&form.name, &form.phone, &form.hours, &form.out_of_hours];
    let lines = typed.map(|text| text.trim().replace("\r\n", "\n"));
    for ((field, _, most), text) in FIELDS.iter().zip(&lines) {
        if text.chars().count() > *most {
            return Err(Problem::new("contact-too-long").about(field).with("most", most));
        }
        let one_line = ["name", "phone"].contains(field);
        if text.chars().any(|c| is_hidden(c) && (one_line || c != '\n')) {
            return Err(Problem::new("contact-hidden-signs").about(field));
        }
    }
    if !lines[1].is_empty() && !is_phone(&lines[1]) {
        return Err(Problem::new("phone-not-a-number").about("phone"));
    }
    Ok(lines)
}

/// Control characters, and those that turn the direction of what follows: with them a number can look like another one.
pub(crate) fn is_hidden(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// What people write for a number to call: `+49 (0)30 555 01-42`, `030/5550142`, `020 7946 0991 ext. 12`. Letters come after it.
fn is_phone(text: &str) -> bool {
    let dashes = |c| matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}');
    let sign = |c: char| c.is_whitespace() || "+().,/;:#*".contains(c) || dashes(c);
    text.starts_with(|c: char| c.is_numeric() || "+(*#".contains(c))
        && text.chars().filter(|c| c.is_numeric()).count() >= LEAST_DIGITS
        && text.chars().all(|c| c.is_alphanumeric() || sign(c))
}
