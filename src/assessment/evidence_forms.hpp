// SPDX-License-Identifier: Apache-2.0
// The kinds of evidence, one reader each: evidence_kind.hpp asks them.
#pragma once

#include <string_view>
#include <vector>

#include "assessment/evidence_kind.hpp"
#include "assessment/zip_members.hpp"

namespace smm::assessment {

// A picture's or a PDF's own structure, as far as it tells the kind; the first bytes are known to fit.
bool is_whole_pdf(std::string_view bytes);
bool is_whole_png(std::string_view bytes);
bool is_whole_jpeg(std::string_view bytes);

// A document in a zip. Problems: evidence_kind_refused, evidence_damaged, evidence_has_macros.
base::Result<EvidenceKind> kind_of_zip(std::string_view bytes);

// Text or CSV; the same problems.
base::Result<EvidenceKind> kind_of_text(std::string_view bytes);

}  // namespace smm::assessment
