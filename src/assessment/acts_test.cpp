// SPDX-License-Identifier: Apache-2.0
// Every row of tests/acts/*.case: a state, an act, and the state or problem that comes of it. A file is a
// title, its reason, a keyword (round, participation or packet), column names, and rows of cells parted by
// bars; "-" is an empty cell. "written" means that an answer could be written.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <set>

#include "assessment/sample_people_test.hpp"
#include "assessment/transitions.hpp"
#include "table_case.hpp"

namespace smm::assessment {
namespace {

using Cells = test_support::CaseCells;
using test_support::shown;
using test_support::split_cells;

test_support::TableCase read_acts(const std::string& path) {
  return test_support::read_table_case(path, {"round", "participation", "packet"});
}

template <class T>
std::string outcome(const base::Result<T>& result) {
  return result ? std::string(to_string(result->state)) : std::string(result.problems().front().code);
}

std::string outcome(const std::optional<base::Problem>& refusal) {
  return refusal ? std::string(refusal->code) : "written";
}

std::string packet_outcome(const Cells& row) {
  Packet packet = sample::packet("finance", packet_state(row.at("state")).value());
  if (!row.at("affirmer").empty()) packet.affirmer = sample::person(row.at("affirmer"));
  const PersonId by = sample::person(row.at("by"));
  const std::string act = row.at("act");
  if (act == "complete") return outcome(completed(packet, by, sample::now));
  if (act == "affirm") return outcome(affirmed(packet, by, sample::now));
  if (act == "send_back") return outcome(returned(packet, by));
  if (act == "take_back") return outcome(taken_back(packet));
  if (act == "affirm_alone") return outcome(affirmed_alone(packet, by, sample::now));
  return outcome(refusal_to_write(packet));
}

std::string participation_outcome(const Cells& row) {
  const Participation part = sample::participation(participation_state(row.at("state")).value());
  const std::string act = row.at("act");
  const auto named = row.find("priorities");
  const Acceptance acceptance{
      false, named == row.end() ? std::vector<std::string>{} : split_cells(named->second, ' ')};
  if (act == "accept") return outcome(accepted(part, acceptance, sample::now));
  if (act == "decline") return outcome(declined(part));
  if (act == "submit") return outcome(submitted(part, sample::now));
  if (act == "reopen") return outcome(reopened(part));
  if (act == "withdraw") return outcome(withdrawn(part));
  return outcome(refusal_to_write(part));
}

std::string round_outcome(const Cells& row) {
  Round round = sample::round(round_state(row.at("state")).value());
  round.checks_end = round.closes + 100;
  if (const auto to = round_state(row.at("to"))) return outcome(moved(round, *to));
  const std::map<std::string, std::int64_t> moments{
      {"before", -1}, {"end", 0}, {"after", 1}, {"checks_end", 100}, {"later", 101}};
  const auto part = participation_state(row.at("part")).value();
  return outcome(refusal_to_answer(round, part, round.closes + moments.at(row.at("at"))));
}

std::string outcome_of(const std::string& keyword, const Cells& row) {
  if (keyword == "packet") return packet_outcome(row);
  return keyword == "participation" ? participation_outcome(row) : round_outcome(row);
}

TEST(Acts, BecomeWhatTheCasesSay) {
  std::size_t rows = 0;
  for (const auto& entry : std::filesystem::directory_iterator("tests/acts")) {
    const auto acts = read_acts(entry.path().string());
    for (const Cells& row : acts.rows)
      EXPECT_EQ(outcome_of(acts.keyword, row), row.at("becomes")) << entry.path() << ": " << shown(row);
    rows += acts.rows.size();
  }
  EXPECT_GE(rows, 80u);
}

// So that a new state or act cannot be forgotten there.
TEST(Acts, AreAllInTheCases) {
  const auto distinct = [](const std::string& path, const std::string& column) {
    std::set<std::pair<std::string, std::string>> seen;
    for (const Cells& row : read_acts(path).rows) seen.emplace(row.at("state"), row.at(column));
    return seen.size();
  };
  EXPECT_EQ(distinct("tests/acts/packet.case", "act"), 4 * (packet_acts.size() + 1));
  EXPECT_EQ(distinct("tests/acts/participation.case", "act"), 6 * (participation_acts.size() + 1));
  EXPECT_EQ(distinct("tests/acts/round.case", "to"), round_states.size() * (round_states.size() + 1));
}

}  // namespace
}  // namespace smm::assessment
