// SPDX-License-Identifier: Apache-2.0
// Reads the smaller files beside the main one: other names, other practice locations, and Medicare's list of
// doctors and clinicians. Keeps what they tell of persons of the snapshot.
#pragma once

#include "outcomes/registry/build.hpp"
#include "outcomes/registry/built_rows.hpp"
#include "outcomes/registry/row_finder.hpp"

namespace smm::outcomes::registry {

class FurtherFiles {
 public:
  FurtherFiles(const RowFinder& finder, ThreadWords& words, const BuildOptions& options)
      : finder_(finder), words_(words), options_(options) {}

  // False when too many lines were rejected.
  base::Result<bool> read(const FurtherSource& source, std::vector<RejectedSourceLine>& rejected);

  // Everything that was read, by row; where two entries of a row say the same, once.
  FurtherEntries finish();

 private:
  std::optional<RejectReason> take(FurtherFile file, const FurtherColumns& columns, const Cells& cells);
  void take_name(const FurtherColumns& columns, const Cells& cells, std::uint32_t row);
  void take_location(FurtherFile file, const FurtherColumns& columns, const Cells& cells, std::uint32_t row);
  void take_medicare(const FurtherColumns& columns, const Cells& cells, std::uint32_t row);

  const RowFinder& finder_;
  ThreadWords& words_;
  const BuildOptions& options_;
  FurtherEntries entries_;
};

}  // namespace smm::outcomes::registry
