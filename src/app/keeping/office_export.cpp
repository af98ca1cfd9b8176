// SPDX-License-Identifier: Apache-2.0
#include "app/keeping/office_export.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "app/answering/answer_seals.hpp"
#include "app/installation/change.hpp"
#include "app/keeping/link_digits.hpp"
#include "badge/utc_text.hpp"
#include "exchange/csv.hpp"
#include "exchange/json.hpp"

namespace smm::app {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

std::string rounds_table(Records& records) {
  std::string text;
  exchange::CsvWriter csv(text);
  csv.row({"round", "title", "edition", "state", "zone", "last_day", "practice"});
  for (const auto& round : records.rounds.all())
    csv.row({round.code, round.title, round.edition, to_string(round.state), round.zone, round.last_day,
             round.practice ? "yes" : "no"});
  return text;
}

std::string schools_table(Records& records) {
  std::string text;
  exchange::CsvWriter csv(text);
  csv.row({"school", "chain", "name", "profession", "programmes", "institution_id", "system_id", "control",
           "state", "division", "size", "carnegie", "locale", "dean_name", "dean_email"});
  for (const auto& school : records.schools.all()) {
    const auto& frame = school.frame;
    csv.row({school.code, school.id.text(), school.name, school.profession, joined(school.programmes),
             frame.institution_id, frame.system_id, frame.control, frame.state, frame.division, frame.size,
             frame.carnegie, frame.locale, school.contacts.dean.name, school.contacts.dean.email});
  }
  return text;
}

// Who is in the office, who has a part in a school, and who ever wrote an answer.
std::string people_table(Records& records) {
  std::map<std::string, Person> people;
  const auto add = [&](const std::optional<Person>& person) {
    if (person) people.emplace(person->email, *person);
  };
  for (const Person& person : records.people.office_people()) add(person);
  for (const auto& round : records.rounds.all()) {
    for (const auto& part : records.rounds.participations(round.id)) {
      const SheetKey key{round.id, part.school};
      for (const Membership& member : records.rounds.memberships(key))
        add(records.people.by_id(member.person));
      for (const SealedAnswer& answer : records.sheets.whole_history(key))
        if (answer.by) add(records.people.by_id(*answer.by));
    }
  }
  std::string text;
  exchange::CsvWriter csv(text);
  csv.row({"person", "name", "email", "created", "deactivated"});
  for (const auto& [email, person] : people)
    csv.row({person.id.text(), person.name, email, badge::utc_text(person.created),
             person.deactivated ? badge::utc_text(*person.deactivated) : ""});
  return text;
}

std::string log_table(Records& records) {
  constexpr std::int64_t at_once = 1000;
  std::string text;
  exchange::CsvWriter csv(text);
  csv.row({"chain", "number", "at", "actor", "action", "subject", "detail", "link"});
  for (const std::string& chain : records.audit.chains()) {
    for (std::int64_t from = 1;; from += at_once) {
      const auto entries = records.audit.entries(chain, from, at_once);
      for (const KeptEntry& kept : entries)
        csv.row({chain, std::to_string(kept.number), badge::utc_text(kept.at), kept.entry.actor,
                 kept.entry.action, kept.entry.subject, kept.entry.detail, link_digits(kept.link)});
      if (std::ssize(entries) < at_once) break;
    }
  }
  return text;
}

// Every version of every answer; the last of a place is the one that stands.
class AnswerTable {
 public:
  explicit AnswerTable(Installation& installation) : installation_(installation), csv_(text_) {
    csv_.row({"round", "school", "programme", "item", "version", "stands", "state", "value", "reason", "at",
              "person", "source"});
  }

  base::Problems add(Records& records, const assessment::Round& round, const assessment::School& school) {
    const SheetKey key{round.id, school.id};
    const auto history = records.sheets.whole_history(key);
    if (history.empty()) return {};
    const auto seals = installation_.keys.seals(records.schools, school.id.text());
    if (!seals) return seals.problems();
    std::map<assessment::AnswerPlace, std::int64_t> last;
    for (const SealedAnswer& answer : history)
      last[answer.place] = std::max(last[answer.place], answer.version);
    for (const SealedAnswer& sealed : history) {
      const auto answer = open_answer(*seals, key, sealed);
      csv_.row({round.code, school.code, answer.place.programme, answer.place.item,
                std::to_string(answer.version), answer.version == last[answer.place] ? "yes" : "no",
                to_string(answer.given.state), answer.given.value, answer.given.reason,
                badge::utc_text(answer.at), answer.by ? answer.by->text() : "", sealed.source});
    }
    return {};
  }

  std::string take() { return std::move(text_); }

 private:
  Installation& installation_;
  std::string text_;
  exchange::CsvWriter csv_;
};

base::Result<std::string> answers_table(Installation& installation, Records& records) {
  AnswerTable table(installation);
  for (const auto& round : records.rounds.all())
    for (const auto& part : records.rounds.participations(round.id))
      if (const auto school = records.schools.by_id(part.school))
        if (auto problems = table.add(records, round, *school); !problems.empty()) return problems;
  return table.take();
}

base::Result<std::vector<NamedFile>> all_files(Installation& installation, Records& records) {
  auto answers = answers_table(installation, records);
  if (!answers) return std::move(answers).problems();
  std::vector<NamedFile> files = {{"answers.csv", std::move(*answers)},
                                  {"log.csv", log_table(records)},
                                  {"people.csv", people_table(records)}};
  for (const KeptRelease& release : records.releases.all())
    if (const auto round = records.rounds.by_id(release.round))
      files.push_back({"releases/" + round->code + ".json", release.bytes});
  files.push_back({"rounds.csv", rounds_table(records)});
  files.push_back({"schools.csv", schools_table(records)});
  return files;
}

// In the log before anything is opened.
void tell_logs(Installation& installation, const std::string& by) {
  (void)change<bool>(installation.database, installation.clock,
                     [&](Records& records, base::Instant) -> base::Result<Change<bool>> {
                       std::vector<AuditEntry> entries = {
                           {std::string(office_owner), by, "export.office", "everything", ""}};
                       for (const auto& round : records.rounds.all())
                         for (const auto& part : records.rounds.participations(round.id))
                           entries.push_back({part.school.text(), by, "export.sheet", round.code, ""});
                       return Change<bool>(true, std::move(entries));
                     });
}

}  // namespace

base::Result<std::vector<NamedFile>> export_office(Installation& installation, const std::string& by) {
  tell_logs(installation, by);
  std::optional<base::Result<std::vector<NamedFile>>> made;
  installation.database.read([&](Records& records) { made = all_files(installation, records); });
  return std::move(*made);
}

std::string export_manifest(const std::string& office, const std::vector<ExportedFile>& files) {
  std::string text;
  exchange::JsonWriter json(text);
  json.begin_object().key("kind").text("smm-office-export-1").key("office").text(office);
  json.key("files").begin_array();
  for (const ExportedFile& file : files) {
    json.begin_object().key("file").text(file.name).key("bytes").number(file.bytes);
    json.key("sha256").text(file.sha256).end_object();
  }
  json.end_array().end_object().finish();
  return text;
}

}  // namespace smm::app
