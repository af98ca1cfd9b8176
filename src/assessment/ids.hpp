// SPDX-License-Identifier: Apache-2.0
// The ids of what an assessment is made of. Schools and rounds also have codes, which people read and type;
// rows and seals hold on to the ids.
#pragma once

#include "base/id.hpp"

namespace smm::assessment {

using PersonId = base::Id<struct PersonTag>;
using SchoolId = base::Id<struct SchoolTag>;
using RoundId = base::Id<struct RoundTag>;
using AssignmentId = base::Id<struct AssignmentTag>;
using NotKeptId = base::Id<struct NotKeptTag>;
using CommentId = base::Id<struct CommentTag>;
using NoteId = base::Id<struct NoteTag>;
using CheckQuestionId = base::Id<struct CheckQuestionTag>;
using EvidenceId = base::Id<struct EvidenceTag>;
using GoalId = base::Id<struct GoalTag>;

}  // namespace smm::assessment
