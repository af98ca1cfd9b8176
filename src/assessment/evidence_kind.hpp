// SPDX-License-Identifier: Apache-2.0
// What a file of evidence is, told by its content; its name and what a browser says of it play no part.
//
// A closed list of kinds is taken:
//   PDF                begins with %PDF-1. or %PDF-2., has %%EOF near its end
//   PNG, JPEG          the segments or chunks are walked to the picture's data (JPEG) or end (PNG)
//   DOCX, XLSX, PPTX   a zip that has the kind's main part; refused with macros, ActiveX or embedded files
//   ODT, ODS, ODP      a zip whose first member says so; refused with macros or scripts
//   CSV, text          UTF-8 without control characters; CSV where every row has the same number of cells
// Refused with the rest: HTML and SVG, also in text's clothes; programs and scripts; archives; files of
// another kind before or behind the kind's own bytes, as far as its format tells.
//
// Files are handed out as downloads under media_type() and extension() of the kind, never as what their name
// says. Not done here: looking for malicious content inside a permitted kind (links, scripts in a PDF,
// pictures made to break a viewer).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/result.hpp"

namespace smm::assessment {

enum class EvidenceKind : std::uint8_t { pdf, png, jpeg, docx, xlsx, pptx, odt, ods, odp, csv, text };

inline constexpr std::size_t most_evidence_bytes = 20 * 1024 * 1024;

// Problems: evidence_empty, evidence_too_large, evidence_kind_refused, evidence_damaged, evidence_has_macros.
base::Result<EvidenceKind> evidence_kind(std::string_view bytes);

std::span<const EvidenceKind> evidence_kinds();
std::string_view to_string(EvidenceKind kind);  // "docx"
std::string_view extension(EvidenceKind kind);  // ".docx"
std::string_view media_type(EvidenceKind kind);

}  // namespace smm::assessment
