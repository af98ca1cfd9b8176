// SPDX-License-Identifier: Apache-2.0
// What all pages about a school's graduates begin with.
#pragma once

#include <string>

#include "app/graduates/outcome_sources.hpp"
#include "web/session/endpoint.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {

inline constexpr const char* graduates_pattern = "/rounds/{round}/schools/{school}/graduates";

// What nobody configured is empty there.
const app::OutcomeSources& outcome_sources(const Call& call);

std::string graduates_path(const Call& call, const std::string& below = "");

// With crumbs from the round over the overview of graduates to this page.
Page graduates_page(const Call& call, const std::string& name, const Head& head);

render::View told_notice(const std::string& title, const std::string& text);

}  // namespace smm::web
