// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "app/placing/place_file.hpp"
#include "cli/command.hpp"
#include "cli/reference_words.hpp"

namespace smm::cli {
namespace {

namespace place = outcomes::place;
namespace reference = outcomes::reference;
using app::placing::PlacedAddresses;
using app::placing::PlaceFileRequest;

std::optional<PlaceFileRequest> read_place_request(const Given& given, const Surroundings& around) {
  PlaceFileRequest request;
  const auto day = read_day(given, "--as-of", around);
  const auto rule = place::address_rule(given.text_or("--address-rule", "latest"));
  const auto weights = reference::zip_weights(given.text_or("--zip-weights", "total"));
  const auto discipline = reference::discipline(given.text_or("--discipline", "primary-care"));
  if (!rule) around.err << "smm: --address-rule takes latest, practice-first or all\n";
  if (!weights) around.err << "smm: --zip-weights takes total, business, residential or other\n";
  if (!discipline) around.err << "smm: --discipline takes primary-care, dental or mental\n";
  if (!day || !rule || !weights || !discipline) return std::nullopt;
  request.addresses = given.text("--in");
  request.reference = given.text("--reference");
  request.options = {*day, *weights, *discipline};
  request.rule = *rule;
  return request;
}

void tell_methods(const place::PlacingCounts& counts, std::ostream& err) {
  err << fmt::format("{:>9}  rows, {} persons, {} addresses count, {} placed\n", counts.rows, counts.persons,
                     counts.counted, counts.placed);
  for (std::size_t at = 1; at < place::place_methods; ++at)
    if (counts.methods[at] > 0)
      err << fmt::format("{:>9}  by {}\n", counts.methods[at], name_of(static_cast<place::PlaceMethod>(at)));
  for (std::size_t at = 1; at < place::place_reasons; ++at)
    if (counts.reasons[at] > 0)
      err << fmt::format("{:>9}  {} (first in line {})\n", counts.reasons[at],
                         name_of(static_cast<place::PlaceReason>(at)), counts.first_lines[at]);
  if (counts.persons_without > 0)
    err << fmt::format("{:>9}  persons of whom no address counts\n", counts.persons_without);
}

void warn_of_lists(const PlacedAddresses& placed, std::ostream& err) {
  if (placed.file.counts.county_only_part > 0)
    err << fmt::format(
        "Note: {} addresses are known by county only and may lie in or out of an HPSA; take low and high "
        "together. A county with any HPSA says little of an address: bring tracts.\n",
        placed.file.counts.county_only_part);
  if (placed.mua_designations > 0)
    err << fmt::format(
        "Note: an MUA/P designation never expires; {} of the {} in force are from before 2000.\n",
        placed.mua_before_2000, placed.mua_designations);
  const auto has = [&](reference::ListKind kind) {
    return std::find(placed.missing.begin(), placed.missing.end(), kind) == placed.missing.end();
  };
  for (const reference::ListKind kind : {reference::ListKind::hpsa, reference::ListKind::mua,
                                         reference::ListKind::ruca_zip, reference::ListKind::zip_county})
    if (!has(kind) && (kind != reference::ListKind::hpsa || !has(reference::ListKind::hpsa_find)))
      err << fmt::format("Note: no list of kind {} is in force on that day.\n", name_of(kind));
  err << "Lists: " << placed.citation << "\n";
}

std::string placing_json(const PlacedAddresses& placed, const PlaceFileRequest& request) {
  const place::PlacingCounts& counts = placed.file.counts;
  std::string text;
  exchange::JsonWriter json(text);
  json.begin_object().key("as_of").text(to_iso(request.options.day));
  json.key("address_rule").text(name_of(request.rule));
  json.key("zip_weights").text(name_of(request.options.weights));
  json.key("discipline").text(name_of(request.options.discipline));
  json.key("rows").number(counts.rows).key("persons").number(counts.persons);
  json.key("counted").number(counts.counted).key("placed").number(counts.placed);
  json.key("persons_without").number(counts.persons_without).key("methods").begin_object();
  for (std::size_t at = 0; at < place::place_methods; ++at)
    json.key(name_of(static_cast<place::PlaceMethod>(at))).number(counts.methods[at]);
  json.end_object().key("reasons").begin_object();
  for (std::size_t at = 1; at < place::place_reasons; ++at)
    json.key(name_of(static_cast<place::PlaceReason>(at))).number(counts.reasons[at]);
  json.end_object().key("lists").begin_array();
  for (const reference::ListInForce& list : placed.lists)
    json.begin_object()
        .key("kind")
        .text(name_of(list.kind))
        .key("as_of")
        .text(to_iso(list.as_of))
        .key("id")
        .text(list.id)
        .end_object();
  json.end_array().end_object().finish();
  return text;
}

int run_place(const Given& given, const Surroundings& around) {
  const auto request = read_place_request(given, around);
  if (!request || would_overwrite_input(given, around, {"--in"})) return wrong_usage;
  const auto placed = app::placing::place_file(around.files, around.content, *request);
  if (!placed) return report_problems(placed.problems(), around.err);
  report_problems(placed->left_out, around.err);
  deliver(given, around, placed->file.csv);
  if (given.has("--report")) around.files.write(given.text("--report"), placing_json(*placed, *request));
  tell_methods(placed->file.counts, around.err);
  warn_of_lists(*placed, around.err);
  return done;
}

}  // namespace

Command place_command() {
  return {"place",
          "Place addresses: county, tract, shortage areas, rural codes, each with its probability",
          "smm place --in addresses.csv --reference reference --as-of 2026-06-30 --out placed.csv",
          {},
          {{"--in", "FILE",
            "Addresses as CSV: person_id,source,date,line1,city,state,zip and tract,school_state,country if "
            "known",
            true},
           {"--reference", "DIR", "Folder of reference lists (smm reference import)", true},
           {"--as-of", "DATE", "The reference day: lists in force on it, addresses not after it", true},
           {"--address-rule", "RULE",
            "Which addresses of a person count: latest (without it), practice-first, all"},
           {"--zip-weights", "KIND", "HUD's ratio: total (without it), business, residential, other"},
           {"--discipline", "NAME", "HPSAs of primary-care (without it), dental or mental"},
           {"--out", "FILE", "Write the placed addresses here instead of to standard output"},
           {"--report", "FILE", "Also write counts by method and reason, and the lists' hashes, as JSON"}},
          run_place};
}

}  // namespace smm::cli
