// SPDX-License-Identifier: Apache-2.0
// The page of one office's packet: the numbers to look up, then its questions by area.
#pragma once

#include <string>
#include <vector>

#include "web/routes/shown_sheet.hpp"
#include "web/session/endpoint.hpp"

namespace smm::web {

// A question that is shown as it was sent, not as it stands.
struct ShownInstead {
  std::size_t place = 0;
  assessment::GivenAnswer given;
  OutcomeShown outcome;
};

struct PacketPage {
  std::string office;
  std::vector<ShownInstead> instead = {};
  int status = 200;
};

// Problem: not_there, for an office whose packet this person does not see.
base::Result<Reply> packet_page(const Call& call, const PacketPage& wanted);

// A question as it stands, to take the place of the one on the page beside the answer to another save: with
// its question when it is asked, without one when it is not.
std::string swapped_question(const Call& call, const app::SheetWords& words, const app::SheetReading& reading,
                             std::size_t place);

// "12 of 30 answered".
render::View progress_view(const render::Texts& texts, const std::string& label,
                           const assessment::PacketProgress& progress);

// Of a packet, for a tag: in work, complete, affirmed, returned.
render::View packet_tag(const render::Texts& texts, assessment::PacketState state);

}  // namespace smm::web
