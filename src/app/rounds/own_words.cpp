// SPDX-License-Identifier: Apache-2.0
#include "app/rounds/own_words.hpp"

#include <algorithm>

#include "app/installation/change.hpp"
#include "app/rounds/problems.hpp"
#include "assessment/plain_words.hpp"
#include "assessment/problems.hpp"

namespace smm::app {
namespace {

namespace why = rounds_problem;
using assessment::Round;

base::Result<Round> worded_round(Records& records, const std::string& code) {
  auto round = records.rounds.by_code(code);
  if (!round) return base::Problem(why::round_not_found, "There is no round " + code);
  return *round;
}

void check_words(const std::string& field, const std::string& text, std::size_t most, bool one_line,
                 base::Problems& problems) {
  const bool lines = text.find('\n') != std::string::npos || text.find('\t') != std::string::npos;
  if (assessment::is_plain_within(text, most) && !(one_line && lines)) return;
  problems.push_back(base::Problem(why::bad_own_words,
                                   "Write plain text of at most " + std::to_string(most) + " characters" +
                                       (one_line ? ", in one line" : ""),
                                   {field}));
}

base::Problems faults_of_words(const OwnWords& words, const instrument::Edition& edition) {
  base::Problems problems;
  check_words("invitation", words.invitation, longest_own_paragraph, false, problems);
  check_words("reminder", words.reminder, longest_own_paragraph, false, problems);
  check_words("signature", words.signature, longest_signature, true, problems);
  for (const auto& [id, label] : words.areas) {
    const auto section = edition.section(id);
    if (!section || edition.sections[*section].kind != instrument::SectionKind::area)
      problems.push_back(base::Problem(why::bad_own_words, "There is no area " + id, {"area." + id}));
    check_words("area." + id, label, longest_area_label, true, problems);
  }
  return problems;
}

void keep_word(Records& records, const Round& round, const char* name, const std::string& text,
               std::string& changed) {
  if (records.campaign.text(round.id, name).value_or("") == text) return;
  records.campaign.keep({round.id, name, text});
  changed += (changed.empty() ? "" : ", ") + std::string(name);
}

}  // namespace

OwnWords own_words(Records& records, const assessment::RoundId& round) {
  const auto text = [&](const char* name) { return records.campaign.text(round, name).value_or(""); };
  return {text("invitation"), text("reminder"), text("signature"), area_labels(records, round)};
}

base::Result<WordsOfRound> words_of_round(Installation& installation, const std::string& code) {
  return look<WordsOfRound>(installation.database, [&](Records& records) -> base::Result<WordsOfRound> {
    const auto round = worded_round(records, code);
    if (!round) return round.problems();
    auto edition = installation.editions.edition(round->edition);
    if (!edition) return std::move(edition).problems();
    return WordsOfRound{*round, own_words(records, round->id), std::move(*edition)};
  });
}

base::Result<OwnWords> keep_own_words(Installation& installation, const std::string& code,
                                      const OwnWords& words, const std::string& actor) {
  const auto before = words_of_round(installation, code);
  if (!before) return before.problems();
  if (auto faults = faults_of_words(words, before->edition->edition); !faults.empty()) return faults;
  return change<OwnWords>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant) -> base::Result<Change<OwnWords>> {
        const auto round = worded_round(records, code);
        if (!round) return round.problems();
        if (round->state == assessment::RoundState::frozen)
          return base::Problem(assessment::problem::round_not_open,
                               "Round " + code + " is frozen, and its reports are written");
        std::string changed;
        keep_word(records, *round, "invitation", words.invitation, changed);
        keep_word(records, *round, "reminder", words.reminder, changed);
        keep_word(records, *round, "signature", words.signature, changed);
        keep_word(records, *round, area_labels_text.data(), written_labels(words.areas), changed);
        if (changed.empty()) return Change<OwnWords>::nothing(words);
        return Change<OwnWords>(words,
                                AuditEntry{std::string(office_owner), actor, "round.words", code, changed});
      });
}

void add_own_words(Letter& mail, const std::string& paragraph, const std::string& signature) {
  for (std::string& each : paragraphs_of(paragraph)) mail.before.push_back(std::move(each));
  if (!signature.empty()) mail.after.push_back(signature);
}

}  // namespace smm::app
