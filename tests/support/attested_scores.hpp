// SPDX-License-Identifier: Apache-2.0
// A sheet as a dean attests it, with scores that the test names, and a few answers that have nothing to do
// with them.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>

#include <fmt/format.h>

#include "app/answering/answer_seals.hpp"
#include "app/answering/signing.hpp"
#include "app/installation/change.hpp"
#include "app/installation/open_sheet.hpp"

namespace smm::test {

// Of a school's program in an area; nothing: not scored.
using ScoreInArea = std::function<std::optional<double>(
    const std::string& school, const std::string& programme, const std::string& area)>;

inline std::string signed_scores(const app::OpenSheet& opened, const ScoreInArea& score_of) {
  std::string scores =
      "school_id,programme,level,id,state,score,lower,upper,answered_points,attainable_points\n";
  for (const std::string& programme : opened.school.programmes)
    for (const auto& section : opened.edition->edition.sections) {
      if (section.kind != instrument::SectionKind::area) continue;
      const auto score = score_of(opened.school.code, programme, section.id);
      if (!score) continue;
      scores += fmt::format("{},{},area,{},scored,{:.4f},{:.4f},{:.4f},10.0000,10.0000\n", opened.school.code,
                            programme, section.id, *score, std::max(0.0, *score - 0.1113),
                            std::min(100.0, *score + 0.1117));
    }
  return scores;
}

// To shared questions, by item: values as in a file of answers.
using AttestedAnswers = std::map<std::string, std::string>;

// Gives the versions as they are signed.
inline std::string keep_answers(app::Records& records, const app::Seals& seals, const app::OpenSheet& opened,
                                const assessment::PersonId& by, const AttestedAnswers& answers) {
  std::string versions = "programme,item_id,version\n";
  for (const auto& [item, value] : answers) {
    const assessment::AnswerPlace place{"", item};
    const assessment::GivenAnswer given{instrument::AnswerState::answered, value, ""};
    records.sheets.keep(
        opened.key(),
        {place, given.state, app::seal_answer(seals, opened.key(), place, 1, given), 1, 0, by, {1}, "page"});
    versions += "," + item + ",1\n";
  }
  return versions;
}

// The school's part in the round is submitted afterwards.
inline void attest_scores(const app::Installation& installation, const app::OpenSheet& opened,
                          const assessment::PersonId& dean, const ScoreInArea& score_of,
                          const AttestedAnswers& answers = {}) {
  const std::string scores = signed_scores(opened, score_of);
  const auto attested = app::change<
      bool>(installation.database, installation.clock, [&](app::Records& records, base::Instant now) {
    const auto seals = installation.keys.seals(records.schools, opened.school.id.text());
    const std::string versions = keep_answers(records, *seals, opened, dean, answers);
    app::Signature signature{"", dean, now, "I attest.", "digest" + opened.school.code, ""};
    signature.sealed = app::seal_signed(*seals, opened.key(), signature, {app::new_salt(), scores, versions});
    records.sheets.add(opened.key(), signature);
    auto part = *records.rounds.participation(opened.key(), true);
    part.state = assessment::ParticipationState::submitted;
    part.submitted_at = now;
    ++part.attestations;
    ++part.version;
    records.rounds.change(part);
    return base::Result<app::Change<bool>>(app::Change<bool>::bookkeeping(true));
  });
  EXPECT_TRUE(attested);
}

}  // namespace smm::test
