// SPDX-License-Identifier: Apache-2.0
#include "app/graduates/graduate_files.hpp"

#include "app/graduates/problems.hpp"
#include "base/environment_error.hpp"
#include "crypto/framing.hpp"
#include "exchange/csv.hpp"

namespace smm::app {
namespace {

namespace why = graduates_problem;

Row file_row(const assessment::SchoolId& school, std::string_view kind) {
  return {"graduate_file", school.text(), kind};
}

Row decision_row(const LinkDecisionId& id) {
  return {"link_decision", id.text()};
}

}  // namespace

bool is_newest_round(Records& records, const SheetKey& sheet) {
  for (const assessment::Round& round : records.rounds.all())
    if (records.rounds.participation({round.id, sheet.school}, false)) return round.id == sheet.round;
  return false;
}

base::Result<Seals> graduate_seals(Installation& installation, Records& records, const OpenSheet& sheet) {
  if (!is_newest_round(records, sheet.key()))
    return base::Problem(why::graduates_elsewhere,
                         "What the school keeps about its graduates is opened in its newest round");
  if (!records.graduates.following(sheet.school.id))
    return base::Problem(why::graduates_off, "The dean has not switched on following graduates");
  return installation.keys.seals(records.schools, sheet.school.id.text());
}

std::optional<OpenedFile> open_file(Records& records, const Seals& seals, const assessment::SchoolId& school,
                                    std::string_view kind) {
  const auto kept = records.graduates.file(school, kind);
  if (!kept) return std::nullopt;
  return OpenedFile{seals.open(file_row(school, kind), kept->sealed), kept->by, kept->at};
}

void keep_file(Records& records, const Seals& seals, const assessment::SchoolId& school, const NewFile& file,
               const std::optional<assessment::PersonId>& by, base::Instant now) {
  records.graduates.keep(
      {school, std::string(file.kind), seals.seal(file_row(school, file.kind), file.text), by, now});
}

void keep_decision(const Installation& installation, Records& records, const Seals& seals, const Hand& hand,
                   const PairDecision& decision, base::Instant now) {
  const auto id = LinkDecisionId::make(installation.random);
  const std::string plain = crypto::framed({decision.graduate_id, decision.npi, decision.decision});
  records.graduates.add(
      LinkDecision{id, hand.sheet.school.id, hand.actor.person.id, now, seals.seal(decision_row(id), plain)});
}

std::string decisions_csv(Records& records, const Seals& seals, const assessment::SchoolId& school) {
  std::string text;
  exchange::CsvWriter csv(text);
  csv.row({"graduate_id", "npi", "decision"});
  for (const LinkDecision& kept : records.graduates.decisions(school)) {
    const auto fields = crypto::unframed(seals.open(decision_row(kept.id), kept.sealed));
    if (!fields || fields->size() != 3)
      throw base::EnvironmentError("A decision about a pair is unreadable.");
    csv.row({(*fields)[0], (*fields)[1], (*fields)[2]});
  }
  return text;
}

void forget_linkage(Records& records, const assessment::SchoolId& school) {
  for (const std::string_view kind : {links_file, explanations_file, draws_file, results_file, notes_file})
    records.graduates.forget(school, kind);
}

}  // namespace smm::app
