// SPDX-License-Identifier: Apache-2.0
#include "web/routes/office_round.hpp"

#include <algorithm>

#include "app/installation/change.hpp"
#include "app/installation/problems.hpp"

namespace smm::web {

using assessment::Participation;

namespace {

base::Problem not_there() {
  return {app::installation_problem::not_there, "There is no such round or school"};
}

}  // namespace

bool office_may(const Call& call, assessment::Right right) {
  return assessment::allows(call.standing, right);
}

base::Result<RoundShown> load_round(const Call& call) {
  return app::look<RoundShown>(
      call.installation().database, [&](app::Records& records) -> base::Result<RoundShown> {
        const auto round = records.rounds.by_code(call.request.captures.text("round"));
        if (!round) return not_there();
        RoundShown shown{*round, {}};
        for (const Participation& part : records.rounds.participations(round->id)) {
          const auto school = records.schools.by_id(part.school);
          const auto packets = records.rounds.packets({part.round, part.school});
          const auto affirmed =
              std::ranges::count(packets, assessment::PacketState::affirmed, &assessment::Packet::state);
          if (school) shown.parts.push_back({part, *school, static_cast<std::size_t>(affirmed)});
        }
        std::ranges::sort(shown.parts, {}, [](const PartShown& each) { return each.school.code; });
        return shown;
      });
}

std::string round_path(const assessment::Round& round) {
  return "/office/rounds/" + round.code;
}

std::string part_path(const assessment::Round& round, const assessment::School& school) {
  return round_path(round) + "/schools/" + school.code;
}

base::Result<std::pair<RoundShown, PartShown>> load_part(const Call& call) {
  auto shown = load_round(call);
  if (!shown) return shown.problems();
  const auto found = std::ranges::find_if(shown->parts, [&](const PartShown& each) {
    return each.school.code == call.request.captures.text("school");
  });
  if (found == shown->parts.end()) return not_there();
  return std::pair(*shown, *found);
}

Access office_visitors() {
  return {Door::office, {assessment::Right::see_progress, assessment::Right::open_answers}};
}

}  // namespace smm::web
