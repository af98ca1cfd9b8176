// SPDX-License-Identifier: Apache-2.0
// Questions and packets of a sheet as paths name them, and what several pages say of them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/answering/read_sheet.hpp"
#include "assessment/soft_checks.hpp"
#include "web/session/endpoint.hpp"

namespace smm::web {

base::Problem no_such_question_page();
base::Problem no_such_packet_page();

// Position in the sheet's plan of /questions/{number}. Problem: not_there. Whether this person sees it, the
// use case or `reading.visible` tells.
base::Result<std::size_t> place_in_path(const Call& call);

std::string question_path(const Call& call, std::size_t place);
std::string packet_path(const Call& call, const std::string& office);
const std::string& office_of(const Call& call, std::size_t place);
const std::string& office_label(const Call& call, const std::string& office);

// The packet of /packets/{office}, with all that this person sees of the sheet. Problem: not_there, also
// when they see no question of it.
struct SeenPacket {
  const assessment::PacketPlan& plan;
  app::SheetReading reading;
  const assessment::Packet& kept() const;
};
base::Result<SeenPacket> packet_in_path(const Call& call);

// Questions as links, and findings of which this person sees every question.
render::View::List open_views(const Call& call, const std::vector<std::size_t>& places,
                              const std::vector<bool>& visible);
render::View::List finding_views(const Call& call, const std::vector<assessment::Finding>& findings,
                                 const std::vector<bool>& visible);
// has_open, open_items, has_checks, soft_checks.
void set_open_and_checks(render::View& view, render::View::List open, render::View::List checks);

// A name, or words for somebody who left.
std::string person_words(const Call& call, const app::SheetReading& reading,
                         const std::optional<assessment::PersonId>& person);

}  // namespace smm::web
