// SPDX-License-Identifier: Apache-2.0
// Choosing peers: by public variables, or from the list of schools that took part. What was chosen stands in
// the parameters of the page and of its forms, and nowhere else.
#pragma once

#include <optional>
#include <string>

#include "app/releasing/compare_school.hpp"
#include "render/view.hpp"
#include "web/session/endpoint.hpp"

namespace smm::web {

// Nothing when no peers are chosen.
std::optional<benchmark::PeerChoice> chosen_peers(const http::Parameters& given);

// What of `given` chooses peers, to be carried along.
std::vector<http::Parameter> peer_parameters(const http::Parameters& given);

// What a person can mend by picking otherwise.
bool is_about_peers(const base::Problems& problems);

// For the template ui_peer_picking; its forms lead to `action`.
void set_picking(render::View& view, const Call& call, const app::PeersToPick& peers,
                 const std::string& action);

}  // namespace smm::web
