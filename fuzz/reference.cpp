// SPDX-License-Identifier: Apache-2.0
// Any bytes are imported as any kind of reference list or refused; what is imported is a snapshot that reads
// back, opens, and imports to the same bytes again. Placing an address by it gives bounds that are bounds.
#include <cstdint>
#include <string>

#include "base/assert.hpp"
#include "outcomes/place/address_file.hpp"
#include "outcomes/place/placed_file.hpp"
#include "outcomes/place/places.hpp"
#include "outcomes/reference/import_list.hpp"
#include "outcomes/reference/reference_at.hpp"

using namespace smm;
using namespace smm::outcomes;

namespace {

void check_bounds(const std::optional<place::Bounds>& bounds) {
  if (bounds) SMM_ASSERT(bounds->low >= 0 && bounds->low <= bounds->high + 1e-9 && bounds->high <= 1);
}

void check_snapshot(const reference::ImportedList& imported, registry::Day day) {
  const std::string name = reference::file_name(imported.list.origin);
  SMM_ASSERT(reference::read_file_name(name).has_value());
  const auto list = reference::decode(imported.bytes, name);
  SMM_ASSERT(list.ok() && list->id == imported.list.id && list->origin.rows == imported.list.origin.rows);
  const reference::NamedBytes bytes{name, imported.bytes};
  const auto opened = reference::open_reference({&bytes, 1}, {day});
  SMM_ASSERT(opened.ok());
  const place::Places places(*opened);
  for (const char* zip : {"27701", "95531", "00501"}) {
    const place::Placed placed = places.place({"1 Main St", "X", "", zip, "", "NC", ""});
    check_bounds(placed.hpsa_geographic);
    check_bounds(placed.hpsa_population);
    check_bounds(placed.mua);
  }
}

// The text as addresses, too: every person of whom a row is read has a row in what is written.
void check_addresses(std::string_view text, registry::Day day) {
  base::MemorySource bytes(text);
  const auto addresses = place::AddressFile::read(bytes, "f", day);
  if (!addresses) return;
  const place::Places nowhere{reference::ReferenceAt{}};
  const auto placed = place::place_addresses(*addresses, nowhere, place::AddressRule::latest);
  SMM_ASSERT(placed.counts.counted + placed.counts.persons_without == addresses->persons());
}

}  // namespace

// The first byte chooses the kind.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 1) return 0;
  const auto kind = reference::all_list_kinds()[data[0] % reference::list_kinds];
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const registry::Day day = *registry::parse_iso_day("2022-06-30");
  const auto imported = reference::import_list(kind, text, "f.csv", day);
  if (imported) {
    check_snapshot(*imported, day);
    SMM_ASSERT(reference::import_list(kind, text, "f.csv", day)->bytes == imported->bytes);
  } else {
    SMM_ASSERT(!imported.problems().empty());
  }
  check_addresses(text, day);
  return 0;
}
