// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "assessment/evidence_forms.hpp"
#include "assessment/folded_case.hpp"
#include "assessment/problems.hpp"

namespace smm::assessment {
namespace {

struct MainPart {
  std::string_view name;
  EvidenceKind kind;
};

constexpr std::array<MainPart, 3> main_parts = {{{"word/document.xml", EvidenceKind::docx},
                                                 {"xl/workbook.xml", EvidenceKind::xlsx},
                                                 {"ppt/presentation.xml", EvidenceKind::pptx}}};

// What a document's parts may be called. Programs, scripts, embedded objects and macros have other endings;
// .bin is left to printer settings.
constexpr std::array<std::string_view, 20> part_endings = {
    ".xml", ".rels", ".png",   ".jpg", ".jpeg", ".gif",     ".emf", ".wmf", ".tif", ".tiff",
    ".bmp", ".svg",  ".odttf", ".ttf", ".otf",  ".fntdata", ".vml", ".rdf", ".wdp", "/"};

// Folders and names that hold what runs, or whole files of any kind.
constexpr std::array<std::string_view, 6> running_parts = {"vbaproject",   "vbadata",     "activex/",
                                                           "macrosheets/", "embeddings/", "dialogsheets/"};
constexpr std::array<std::string_view, 3> running_folders = {"basic/", "scripts/", "dialogs/"};

// What OpenDocument writers leave without an ending.
constexpr std::array<std::string_view, 2> bare_parts = {"mimetype", "layout-cache"};

// A document of 20 MB that unpacks to more is made to choke somebody's program.
constexpr std::uint64_t most_unpacked = 500'000'000;

bool holds(std::string_view name, std::string_view part) {
  return name.find(part) != std::string_view::npos;
}

bool is_known_part(std::string_view name) {
  if (std::ranges::find(bare_parts, name) != bare_parts.end() || name.starts_with("objectreplacements/"))
    return true;
  if (holds(name, "printersettings") && name.ends_with(".bin")) return true;
  return std::ranges::any_of(part_endings, [&](std::string_view ending) { return name.ends_with(ending); });
}

bool runs(std::string_view name) {
  const bool named =
      std::ranges::any_of(running_parts, [&](std::string_view part) { return holds(name, part); });
  const bool inside =
      std::ranges::any_of(running_folders, [&](std::string_view folder) { return name.starts_with(folder); });
  return named || inside;
}

base::Problem refused_zip(std::string_view what) {
  return base::Problem(problem::evidence_kind_refused, std::string(what) +
                                                           "; upload the documents themselves, as PDF, DOCX, "
                                                           "XLSX, PPTX, ODT, ODS or ODP");
}

std::optional<EvidenceKind> open_document_kind(const ZipMember& first) {
  if (first.name != "mimetype" || !first.stored) return std::nullopt;
  for (const EvidenceKind kind : {EvidenceKind::odt, EvidenceKind::ods, EvidenceKind::odp}) {
    if (first.bytes == media_type(kind)) return kind;
  }
  return std::nullopt;
}

// The one kind whose main part is there, beside the list of content types.
std::optional<EvidenceKind> office_kind(const std::vector<ZipMember>& members) {
  const auto has = [&](std::string_view name) {
    return std::ranges::find(members, name, &ZipMember::name) != members.end();
  };
  std::optional<EvidenceKind> kind;
  for (const MainPart& part : main_parts) {
    if (!has(part.name)) continue;
    if (kind) return std::nullopt;
    kind = part.kind;
  }
  return has("[Content_Types].xml") && has("_rels/.rels") ? kind : std::nullopt;
}

}  // namespace

base::Result<EvidenceKind> kind_of_zip(std::string_view bytes) {
  const auto members = zip_members(bytes);
  if (!members)
    return base::Problem(problem::evidence_damaged,
                         "the file is damaged or protected by a password; open it and save it again");
  auto kind = open_document_kind(members->front());
  if (!kind) kind = office_kind(*members);
  if (!kind) return refused_zip("archives are not taken");
  std::uint64_t unpacked = 0;
  for (const ZipMember& member : *members) {
    const std::string name = folded_case(member.name);
    unpacked += member.unpacked;
    if (runs(name)) {
      return base::Problem(problem::evidence_has_macros,
                           "the document holds macros or embedded files; save it without them or as PDF");
    }
    if (!is_known_part(name)) return refused_zip("the document holds a file of another kind");
  }
  if (unpacked > most_unpacked) return refused_zip("the document unpacks to more than 500 MB");
  return *kind;
}

}  // namespace smm::assessment
