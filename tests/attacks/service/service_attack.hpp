// SPDX-License-Identifier: Apache-2.0
// T1, T2, T9, T12 and T14 against what the service answers: pages, JSON, files.
//
// A dean whose school is in no system asks peer lists (with trackers) and filters; an analyst reads results.
// The figures are solved for single schools, exactly, by linear programme and by least squares; each is held
// against the table that the same dean may read; all bodies are searched for scores.
#pragma once

#include "attack_run.hpp"
#include "attacked_service.hpp"

namespace smm::attacks {

struct AnsweredQuestion {
  Question question;
  AreaFigures figures;
};

// T14: answers that the table does not give, to a tenth of a point, or about fewer than ten peers.
Finding answers_off_the_table(const Published& published, const Round& round, const Site& asker,
                              const std::vector<AnsweredQuestion>& answered);

Findings attack_service(AttackedService& service, const World& world, int asks);

}  // namespace smm::attacks
