// SPDX-License-Identifier: Apache-2.0
#include "app/rounds/call_log.hpp"

#include <algorithm>

#include "app/installation/problems.hpp"
#include "app/rounds/problems.hpp"

namespace smm::app {
namespace {

namespace why = rounds_problem;

base::Problems faults_of(const std::string& way, const std::string& said) {
  base::Problems faults;
  if (std::ranges::find(call_ways, way) == call_ways.end())
    faults.emplace_back(why::call_note, "Choose how it was said", base::Place{"way", 0, 0});
  if (said.find_first_not_of(" \t\r\n") == std::string::npos)
    faults.emplace_back(why::call_note, "Say in a sentence what was said", base::Place{"said", 0, 0});
  if (said.size() > most_call_letters)
    faults.emplace_back(why::call_note,
                        "That is too long; at most " + std::to_string(most_call_letters) + " letters",
                        base::Place{"said", 0, 0});
  return faults;
}

}  // namespace

base::Result<std::vector<CallShown>> calls_with(Installation& installation, const SheetKey& sheet) {
  return look<std::vector<CallShown>>(installation.database,
                                      [&](Records& records) -> base::Result<std::vector<CallShown>> {
                                        std::vector<CallShown> calls;
                                        for (CallNote& note : records.campaign.calls(sheet)) {
                                          const auto person = records.people.by_id(note.by);
                                          calls.push_back({std::move(note), person ? person->name : ""});
                                        }
                                        return calls;
                                      });
}

base::Result<CallNote> note_call(Installation& installation, const Actor& actor, const SheetKey& sheet,
                                 const std::string& way, const std::string& said) {
  if (auto faults = faults_of(way, said); !faults.empty()) return faults;
  const auto id = CallNoteId::make(installation.random);
  return change<CallNote>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant now) -> base::Result<Change<CallNote>> {
        const auto round = records.rounds.by_id(sheet.round);
        const auto school = records.schools.by_id(sheet.school);
        if (!round || !school || !records.rounds.participation(sheet, false))
          return base::Problem(installation_problem::not_there, "There is no such school in this round");
        const CallNote note{id, sheet, actor.person.id, now, way, said};
        records.campaign.add(note);
        return Change<CallNote>(
            note, {"office", actor.name_in_log(), "school.call", round->code + " " + school->code, way});
      });
}

}  // namespace smm::app
