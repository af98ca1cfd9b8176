// SPDX-License-Identifier: Apache-2.0
#include "assessment/evidence_kind.hpp"

#include <array>

#include "assessment/evidence_forms.hpp"
#include "assessment/problems.hpp"

namespace smm::assessment {
namespace {

struct KindRow {
  EvidenceKind kind;
  std::string_view extension;
  std::string_view media_type;
};

constexpr std::array<KindRow, 11> kind_rows = {{
    {EvidenceKind::pdf, ".pdf", "application/pdf"},
    {EvidenceKind::png, ".png", "image/png"},
    {EvidenceKind::jpeg, ".jpeg", "image/jpeg"},
    {EvidenceKind::docx, ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {EvidenceKind::xlsx, ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {EvidenceKind::pptx, ".pptx",
     "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    {EvidenceKind::odt, ".odt", "application/vnd.oasis.opendocument.text"},
    {EvidenceKind::ods, ".ods", "application/vnd.oasis.opendocument.spreadsheet"},
    {EvidenceKind::odp, ".odp", "application/vnd.oasis.opendocument.presentation"},
    {EvidenceKind::csv, ".csv", "text/csv; charset=utf-8"},
    {EvidenceKind::text, ".txt", "text/plain; charset=utf-8"},
}};

constexpr auto kinds_alone = [] {
  std::array<EvidenceKind, kind_rows.size()> kinds{};
  for (std::size_t i = 0; i < kinds.size(); ++i) kinds[i] = kind_rows[i].kind;
  return kinds;
}();

const KindRow& row_of(EvidenceKind kind) {
  return kind_rows[static_cast<std::size_t>(kind)];
}

base::Result<EvidenceKind> whole_or_damaged(bool whole, EvidenceKind kind) {
  if (whole) return kind;
  return base::Problem(problem::evidence_damaged,
                       "the file begins like a " + std::string(to_string(kind)) +
                           " but is cut off or damaged; open it and save it again");
}

}  // namespace

base::Result<EvidenceKind> evidence_kind(std::string_view bytes) {
  if (bytes.empty()) return base::Problem(problem::evidence_empty, "the file is empty");
  if (bytes.size() > most_evidence_bytes)
    return base::Problem(problem::evidence_too_large,
                         "a file may have 20 MB; save a smaller one, or give a link");
  if (bytes.starts_with("%PDF-")) return whole_or_damaged(is_whole_pdf(bytes), EvidenceKind::pdf);
  if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return whole_or_damaged(is_whole_png(bytes), EvidenceKind::png);
  if (bytes.starts_with("\xFF\xD8\xFF")) return whole_or_damaged(is_whole_jpeg(bytes), EvidenceKind::jpeg);
  if (bytes.starts_with("PK\x03\x04")) return kind_of_zip(bytes);
  return kind_of_text(bytes);
}

std::span<const EvidenceKind> evidence_kinds() {
  return kinds_alone;
}

std::string_view to_string(EvidenceKind kind) {
  return row_of(kind).extension.substr(1);
}

std::string_view extension(EvidenceKind kind) {
  return row_of(kind).extension;
}

std::string_view media_type(EvidenceKind kind) {
  return row_of(kind).media_type;
}

}  // namespace smm::assessment
