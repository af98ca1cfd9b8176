// SPDX-License-Identifier: Apache-2.0
#include "store/records/save_groups.hpp"

#include <utility>

#include "store/save_queue.hpp"
#include "store/store_error.hpp"

namespace smm::store::records {
namespace {

// Nobody knows whether it is kept.
bool is_unknown(const std::exception_ptr& failure) {
  try {
    std::rethrow_exception(failure);
  } catch (const StoreError& error) {
    return error.kind == Failure::gone;
  } catch (...) {
    return false;
  }
}

}  // namespace

bool SaveGroups::kept(GroupedSave& save, Writer::Done& done) {
  const std::lock_guard lock(mutex_);
  if (waiting_.size() >= limits_.waiting) return false;
  waiting_.push_back({std::move(save), std::move(done)});
  return true;
}

void SaveGroups::add(GroupedSave save, Writer::Done done) {
  if (!kept(save, done)) return done(too_many_saves_wait());
  start();
}

void SaveGroups::start() {
  while (const SharedGroup group = next_group()) carry_out(group);
}

// The first of each school that has none at work; nothing when enough groups are.
SaveGroups::SharedGroup SaveGroups::next_group() {
  const std::lock_guard lock(mutex_);
  if (at_work_ >= limits_.at_once) return nullptr;
  const auto group = std::make_shared<Group>();
  for (auto next = waiting_.begin(); next != waiting_.end() && group->saves.size() < limits_.group;) {
    if (!schools_.insert(next->save.expected.sheet.school).second) {
      ++next;
      continue;
    }
    group->saves.push_back(std::move(next->save));
    group->done.push_back(std::move(next->done));
    next = waiting_.erase(next);
  }
  if (group->saves.empty()) return nullptr;
  ++at_work_;
  return group;
}

// A group is not run again as one.
void SaveGroups::carry_out(const SharedGroup& group) {
  writer_.submit(
      [group](Connection& connection) { group->outcomes = save_together_soon(connection, group->saves); },
      [this, group](const std::exception_ptr& failure) { ended(*group, failure); }, 1);
}

void SaveGroups::ended(Group& group, const std::exception_ptr& failure) {
  if (!failure || is_unknown(failure)) {
    tell(group, failure);
  } else {
    for (std::size_t i = 0; i < group.saves.size(); ++i)
      carry_out_alone(
          std::make_shared<Group>(Group{{std::move(group.saves[i])}, {std::move(group.done[i])}, {}}));
  }
  {
    const std::lock_guard lock(mutex_);
    --at_work_;
  }
  start();
}

void SaveGroups::carry_out_alone(const SharedGroup& single) {
  writer_.submit(
      [single](Connection& connection) { single->outcomes = save_together(connection, single->saves); },
      [this, single](const std::exception_ptr& failure) {
        tell(*single, failure);
        start();
      });
}

void SaveGroups::tell(const Group& group, const std::exception_ptr& failure) {
  for (std::size_t i = 0; i < group.done.size(); ++i) group.done[i](failure ? failure : group.outcomes[i]);
  const std::lock_guard lock(mutex_);
  for (const GroupedSave& save : group.saves) schools_.erase(save.expected.sheet.school);
}

}  // namespace smm::store::records
