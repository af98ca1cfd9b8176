// SPDX-License-Identifier: Apache-2.0
// Saves that wait, carried out in groups (PostgreSQL): those of several schools share a transaction, its ways
// to the server and its commit. A group is what came while the groups before it were at work, so that alone
// nobody waits, and the more people save, the less each save costs.
//
// Saves of one school follow each other, in the order they came. When a group cannot be kept, or would have
// to wait for somebody who holds a school's part, each of its saves is carried out alone, beside the next
// group: none fails the others, nor holds them up for longer than a moment. Safe between threads.
#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <set>
#include <vector>

#include "store/records/save_group.hpp"
#include "store/writer.hpp"

namespace smm::store::records {

struct SaveGroupLimits {
  std::size_t waiting = 10000;  // more are refused with Failure::retry
  std::size_t group = 64;       // saves that share a transaction
  std::size_t at_once = 1;      // groups at work: fewer are larger, and larger ones cost less
};

class SaveGroups {
 public:
  // `writer` has to end before this does.
  SaveGroups(Writer& writer, const SaveGroupLimits& limits) : writer_(writer), limits_(limits) {}

  // `done` as of a Writer.
  void add(GroupedSave save, Writer::Done done);

 private:
  struct Waiting {
    GroupedSave save;
    Writer::Done done;
  };
  struct Group {
    std::vector<GroupedSave> saves;
    std::vector<Writer::Done> done;
    SaveOutcomes outcomes;
  };
  using SharedGroup = std::shared_ptr<Group>;

  bool kept(GroupedSave& save, Writer::Done& done);
  void start();
  SharedGroup next_group();
  void carry_out(const SharedGroup& group);
  void ended(Group& group, const std::exception_ptr& failure);
  void carry_out_alone(const SharedGroup& single);
  void tell(const Group& group, const std::exception_ptr& failure);

  Writer& writer_;
  SaveGroupLimits limits_;
  std::mutex mutex_;
  std::list<Waiting> waiting_;
  std::set<assessment::SchoolId> schools_;  // of the saves at work
  std::size_t at_work_ = 0;                 // groups, without those who go alone
};

}  // namespace smm::store::records
