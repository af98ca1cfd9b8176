// SPDX-License-Identifier: Apache-2.0
#include "store/records/save_group.hpp"

#include <algorithm>

#include "store/records/columns.hpp"
#include "store/records/records_on.hpp"
#include "store/store_error.hpp"

namespace smm::store::records {
namespace {

using Asked = GroupedQueries::Asked;

// What a save asks, word for word: the lock of the school's part first, and the head of its chain last. By
// school, as every group asks, so that no two wait for each other in a ring.
std::vector<Asked> asked_by(const std::vector<GroupedSave>& saves) {
  std::vector<const app::ExpectedSave*> in_order;
  for (const GroupedSave& save : saves) in_order.push_back(&save.expected);
  std::ranges::sort(in_order, {}, [](const auto* save) { return save->sheet.school.text(); });
  Asked parts{"participation_locked", {}};
  Asked packets{"packet", {}};
  Asked assignments{"assignments_of_person", {}};
  Asked answers{"answer", {}};
  Asked heads{"audit_head", {}};
  for (const auto* each : in_order) {
    const auto& [sheet, place, office, person] = *each;
    parts.by.push_back(columns(sheet.round, sheet.school));
    packets.by.push_back(columns(sheet.round, sheet.school, office));
    if (person) assignments.by.push_back(columns(sheet.round, sheet.school, *person));
    answers.by.push_back(columns(sheet.round, sheet.school, place.programme, place.item));
    heads.by.push_back(columns(sheet.school.text()));
  }
  return {parts, packets, assignments, answers, heads};
}

std::exception_ptr outcome(Connection& connection, GroupedQueries& group, const GroupedSave& save) {
  try {
    RecordsOn records(connection, group);
    save.work(records.ports());
    records.finish();
    group.keep();
    return nullptr;
  } catch (const StoreError&) {
    throw;
  } catch (...) {
    if (!group.drop()) throw;
    return std::current_exception();
  }
}

}  // namespace

SaveOutcomes save_together(Connection& connection, const std::vector<GroupedSave>& saves) {
  GroupedQueries group(connection);
  group.ask(asked_by(saves));
  SaveOutcomes outcomes;
  for (const GroupedSave& save : saves) outcomes.push_back(outcome(connection, group, save));
  group.send();
  return outcomes;
}

SaveOutcomes save_together_soon(Connection& connection, const std::vector<GroupedSave>& saves) {
  connection.execute_later(shipped_queries(connection.engine())["wait_briefly"], {});
  return save_together(connection, saves);
}

}  // namespace smm::store::records
