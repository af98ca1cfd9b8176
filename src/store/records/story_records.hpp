// SPDX-License-Identifier: Apache-2.0
// app::Stories on a connection.
#pragma once

#include "app/installation/stories.hpp"
#include "store/records/named_queries.hpp"

namespace smm::store::records {

class StoryRecords final : public app::Stories {
 public:
  explicit StoryRecords(const NamedQueries& queries) : queries_(queries) {}

  std::optional<assessment::Story> by_id(const assessment::StoryId& id, bool locked) override;
  std::vector<assessment::Story> of(const app::SheetKey& sheet) override;
  std::vector<assessment::Story> in_state(assessment::StoryState state) override;
  void add(const assessment::Story& story) override;
  void change(const assessment::Story& story) override;

 private:
  const NamedQueries& queries_;
};

}  // namespace smm::store::records
