// SPDX-License-Identifier: Apache-2.0
// The part of a page that shows evidence: templates/ui_evidence.mustache and what it takes.
#pragma once

#include "app/answering/evidence.hpp"
#include "app/answering/read_sheet.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {

struct EvidenceShown {
  const app::SheetReading& reading;
  std::size_t place;
  const std::vector<app::Evidence>& pieces;  // of the place, without those that were removed
  const std::vector<FormError>& errors;
  std::string link_typed = {};
};

void set_evidence(render::View& view, const Call& call, const EvidenceShown& shown);

// Where a file is downloaded, or the link.
std::string evidence_href(const Call& call, const app::Evidence& piece);

}  // namespace smm::web
