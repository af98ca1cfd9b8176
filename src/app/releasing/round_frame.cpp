// SPDX-License-Identifier: Apache-2.0
#include "app/releasing/round_frame.hpp"

namespace smm::app {

bool has_responded(const assessment::Participation& part) {
  const bool in = part.state == assessment::ParticipationState::submitted ||
                  part.state == assessment::ParticipationState::reopened;
  return in && part.attestations > 0;
}

std::vector<benchmark::FrameRow> frame_rows(const assessment::School& school,
                                            const assessment::Participation& part) {
  std::vector<benchmark::FrameRow> rows;
  if (part.state == assessment::ParticipationState::withdrawn) return rows;
  const assessment::FrameVariables& known = school.frame;
  for (const std::string& programme : school.programmes)
    rows.push_back({.school_id = school.code,
                    .institution_id = known.institution_id,
                    .system_id = known.system_id,
                    .programme = programme,
                    .control = known.control,
                    .state = known.state,
                    .division = known.division,
                    .size = known.size,
                    .carnegie = known.carnegie,
                    .locale = known.locale,
                    .responded = has_responded(part)});
  return rows;
}

}  // namespace smm::app
