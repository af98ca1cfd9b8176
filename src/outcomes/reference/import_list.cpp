// SPDX-License-Identifier: Apache-2.0
#include "outcomes/reference/import_list.hpp"

#include "crypto/hash.hpp"
#include "exchange/source_text.hpp"
#include "outcomes/reference/importers.hpp"
#include "outcomes/reference/problems.hpp"
#include "outcomes/reference/source_text.hpp"

namespace smm::outcomes::reference {
namespace {

// How an importer is called, and what of its rows says what they speak of (ImportedRows::add).
struct Importer {
  bool (*run)(std::string_view text, const std::string& source, ImportedRows& rows);
  std::size_t key_cells;
};

Importer importer(ListKind kind) {
  switch (kind) {
    case ListKind::hpsa:
      return {import_hpsa, 0};
    case ListKind::hpsa_find:
      return {import_hpsa_find, 0};
    case ListKind::mua:
      return {import_mua, 0};
    case ListKind::ruca_zip:
      return {import_ruca_zips, 1};
    case ListKind::ruca_tract:
      return {import_ruca_tracts, 1};
    case ListKind::zip_county:
      return {import_zip_counties, 2};
    case ListKind::zip_tract:
      return {import_zip_tracts, 2};
    case ListKind::tract_geocode:
      return {import_geocodes, 1};
    case ListKind::state_shares:
      return {import_state_shares, 1};
    case ListKind::taxonomy_set:
      return {import_taxonomy_sets, 5};
  }
  return {import_zip_counties, 2};
}

std::string name_without_folders(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

// Lists of dental or mental HPSAs alone are told apart by their names, so that those of one day can lie side
// by side.
void name_discipline(ListKind kind, ImportedRows& rows) {
  if (kind != ListKind::hpsa && kind != ListKind::hpsa_find) return;
  const auto has = [&](const char* name) { return rows.counts().contains(name); };
  if (has("primary-care")) return;
  if (has("dental")) rows.cover("DENTAL");
  if (has("mental")) rows.cover("MENTAL");
}

base::Problems with(const base::Problem& first, const base::Problems& others) {
  base::Problems all = {first};
  all.insert(all.end(), others.begin(), others.end());
  return all;
}

}  // namespace

base::Result<ImportedList> import_list(ListKind kind, std::string_view bytes, const std::string& source,
                                       registry::Day as_of) {
  const exchange::SourceText text = exchange::read_source_text(bytes);
  ImportedRows rows(as_of);
  const Importer found = importer(kind);
  const base::Place whole{source, 0, 0};
  if (!found.run(text.utf8, source, rows))
    return base::Problem(problem::reference_header,
                         "no line has the columns of a list of kind " + std::string(name_of(kind)), whole);
  ImportedList imported;
  imported.list.body = rows.body(columns_of(kind), found.key_cells);
  if (rows.left_out() * 10 > rows.rows() + rows.left_out() && rows.left_out() > 1)
    return with({problem::reference_bad_rows,
                 std::to_string(rows.left_out()) + " rows cannot be taken; is this a list of kind " +
                     std::string(name_of(kind)) + "?",
                 whole},
                rows.problems());
  if (rows.rows() == 0)
    return with({problem::reference_no_rows, "no row of this file can be taken", whole}, rows.problems());
  if (const auto later = rows.counts().find("dated_after_the_list"); later != rows.counts().end())
    rows.warn({problem::reference_future,
               std::to_string(later->second) + " days lie after " + to_iso(as_of) +
                   "; is that the day of the list?",
               whole});
  if (text.had_mark) rows.count("byte_order_mark");
  if (text.was_windows_1252) rows.count("read_as_windows_1252");
  name_discipline(kind, rows);
  imported.list.origin = {kind,          as_of,
                          rows.states(), name_without_folders(source),
                          bytes.size(),  crypto::sha256_hex(bytes),
                          rows.rows(),   {rows.counts().begin(), rows.counts().end()}};
  imported.bytes = encode(imported.list);
  imported.left_out = rows.problems();
  return imported;
}

}  // namespace smm::outcomes::reference
