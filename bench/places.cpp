// SPDX-License-Identifier: Apache-2.0
// How fast addresses are read, placed and written, by lists of the size of the country: 40,000 ZIP codes in
// 190,000 tracts, 60,000 components of shortage areas. Bars: a million addresses in 4 s and 500 MB on two
// cores, so that placing and 28 measures together stay under 10 s and 1 GB (docs/performance.md).
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <random>
#include <string>
#include <vector>

#include "base/byte_source.hpp"
#include "outcomes/place/placed_file.hpp"
#include "outcomes/reference/import_list.hpp"
#include "outcomes/reference/reference_at.hpp"
#include "outcomes/reference/us_state.hpp"

namespace {

using namespace smm::outcomes;
using reference::ListKind;

constexpr std::uint32_t zip_codes = 40'000;
constexpr std::uint32_t tracts_of_a_zip = 5;

// ZIP codes 1,000 to 99,999, each in some tracts of one or two counties.
struct Country {
  std::string zip_counties = "ZIP,COUNTY,RES_RATIO,BUS_RATIO,OTH_RATIO,TOT_RATIO\n";
  std::string zip_tracts = "ZIP,TRACT,RES_RATIO,BUS_RATIO,OTH_RATIO,TOT_RATIO\n";
  std::string hpsa =
      "HPSA ID,Designation Type,HPSA Discipline Class,HPSA Status,HPSA Designation Date,HPSA Geography "
      "Identification "
      "Number,HPSA Component Type Description\n";
  std::string ruca = "ZIP_CODE,RUCA1\n";

  Country() {
    for (std::uint32_t at = 0; at < zip_codes; ++at) add(1'000 + at * 99'000 / zip_codes, at);
  }

  void add(std::uint32_t zip, std::uint32_t at) {
    const auto states = reference::us_states();
    const unsigned state = states[at * 51 / zip_codes].number;
    const std::string code = reference::with_zeros(zip, 5);
    const std::string county = reference::with_zeros(state * 1000 + 1 + at % 60 * 2, 5);
    const std::string other = reference::with_zeros(state * 1000 + 3 + at % 60 * 2, 5);
    zip_counties += code + "," + county + ",0.8,0.8,0.8,0.8\n" + code + "," + other + ",0.2,0.2,0.2,0.2\n";
    for (std::uint32_t part = 0; part < tracts_of_a_zip; ++part) {
      const std::string tract =
          (part < 4 ? county : other) + reference::with_zeros((at * 7 + part * 13) % 90'000 * 10, 6);
      zip_tracts += code + "," + tract + ",0.2,0.2,0.2,0.2\n";
      if (at % 4 == 0)
        hpsa += std::to_string(at) + (at % 8 == 0 ? ",Geographic HPSA" : ",HPSA Population") +
                ",Primary Care,Designated,01/02/2010," + tract + ",Census Tract\n";
    }
    ruca += code + "," + std::to_string(1 + at % 10) + "\n";
  }
};

reference::NamedBytes list_of(ListKind kind, const std::string& source) {
  const auto list =
      reference::import_list(kind, source, "bench.csv", *registry::parse_iso_day("2026-01-31")).value();
  return {reference::file_name(list.list.origin), list.bytes};
}

const std::vector<reference::NamedBytes>& lists() {
  static const std::vector<reference::NamedBytes> made = [] {
    const Country country;
    return std::vector{list_of(ListKind::hpsa, country.hpsa), list_of(ListKind::ruca_zip, country.ruca),
                       list_of(ListKind::zip_county, country.zip_counties),
                       list_of(ListKind::zip_tract, country.zip_tracts)};
  }();
  return made;
}

const reference::ReferenceOptions& options() {
  static const reference::ReferenceOptions made{*registry::parse_iso_day("2026-06-30")};
  return made;
}

const std::string& addresses(std::int64_t rows) {
  static std::string text;
  if (!text.empty()) return text;
  text = "person_id,source,date,line1,city,state,zip,school_state\n";
  std::mt19937 random(1);
  for (std::int64_t row = 0; row < rows; ++row) {
    const std::uint32_t at = static_cast<std::uint32_t>(random() % zip_codes);
    const auto& state = reference::us_states()[at * 51 / zip_codes];
    text += "p" + std::to_string(row * 4 / 5) + ",practice,2024-0" + std::to_string(1 + random() % 9) +
            "-15," + std::to_string(random() % 9999) + " MAIN STREET," + "SPRINGFIELD," +
            std::string(state.letters) + "," + reference::with_zeros(1'000 + at * 99'000 / zip_codes, 5) +
            ",NC\n";
  }
  return text;
}

double peak_megabytes() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return static_cast<double>(used.ru_maxrss) / 1024;
}

void open_lists(benchmark::State& state) {
  for (auto _ : state) {
    const auto opened = reference::open_reference(lists(), options()).value();
    benchmark::DoNotOptimize(place::Places(opened).place({}));
  }
}
BENCHMARK(open_lists)->Unit(benchmark::kMillisecond);

// All that `smm place` does but for the disk, with opening the lists.
void place_a_million(benchmark::State& state) {
  const std::string& text = addresses(state.range(0));
  std::size_t rows = 0;
  for (auto _ : state) {
    const auto opened = reference::open_reference(lists(), options()).value();
    smm::base::MemorySource bytes(text);
    const auto read = place::AddressFile::read(bytes, "bench.csv", options().day).value();
    const auto placed = place::place_addresses(read, place::Places(opened), place::AddressRule::all);
    benchmark::DoNotOptimize(placed.csv.data());
    rows += placed.counts.placed;
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(rows));
  state.counters["peak_MB"] = peak_megabytes();
}
BENCHMARK(place_a_million)->Arg(1'000'000)->Unit(benchmark::kMillisecond)->Iterations(2);

}  // namespace
