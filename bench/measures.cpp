// SPDX-License-Identifier: Apache-2.0
// A million persons: their addresses placed by ZIP code, and all 28 measures run over them with strata by
// sex. Bar: 10 s on two cores, 1 GB (docs/performance.md). Reading the cohort is measured apart.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "base/random.hpp"
#include "crypto/hash.hpp"
#include "exchange/json.hpp"
#include "outcomes/measure/results.hpp"
#include "outcomes/place/places.hpp"
#include "outcomes/registry/worker_threads.hpp"

namespace {

namespace measure = smm::outcomes::measure;
namespace place = smm::outcomes::place;
namespace reference = smm::outcomes::reference;
namespace registry = smm::outcomes::registry;

constexpr std::uint32_t persons = 1'000'000;
constexpr std::uint32_t zips = 39'000;
const registry::Day as_of = *registry::parse_iso_day("2026-07-01");

std::string file_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The benchmarks run from the root of the tree.
const measure::Catalogue& catalogue() {
  static const measure::Catalogue loaded = [] {
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::recursive_directory_iterator("content/measures"))
      if (entry.is_regular_file()) paths.push_back(entry.path().generic_string());
    std::sort(paths.begin(), paths.end());
    measure::CatalogueFiles files;
    for (const std::string& path : paths) {
      const std::string text = file_text(path);
      measure::DefinitionFile file{*smm::exchange::parse_json(text, path), smm::crypto::sha256_hex(text)};
      if (path.find("value-sets/") != std::string::npos)
        files.value_sets.push_back(std::move(file));
      else if (path.ends_with("programs.json"))
        files.programmes = std::move(file);
      else
        files.measures.push_back(std::move(file));
    }
    return *measure::load_catalogue(files);
  }();
  return loaded;
}

const std::string& cohort_csv() {
  static const std::string text = [] {
    constexpr const char* programmes[] = {"MD", "DO", "DDS", "MSN"};
    constexpr const char* answers[] = {"yes", "no", "no", ""};
    smm::base::Random random(1);
    std::string csv =
        "graduate_id,school_id,programme,pathway_completed,matriculated,left,graduated,graduation_year,sex,"
        "urm,"
        "first_generation,rural_origin,disadvantaged,clinical_weeks,clinical_weeks_underserved,low_income,"
        "debt,"
        "exposures\n";
    for (std::uint32_t i = 0; i < persons; ++i) {
      const auto answer = [&] { return "," + std::string(answers[random.below(4)]); };
      const std::string year = std::to_string(2008 + random.below(10));
      csv += "g" + std::to_string(i) + ",s" + std::to_string(i % 200) + "," + programmes[random.below(4)] +
             answer() + "," + std::to_string(2000 + random.below(6)) + "-08-01,," + year + "-05-15," + year +
             (random.chance(0.5) ? ",F" : ",M") + answer() + answer() + answer() + answer() + ",40," +
             std::to_string(random.below(40)) + answer() + "," + std::to_string(random.below(300000)) +
             (random.chance(0.1) ? ",track:rural" : ",none") + "\n";
    }
    return csv;
  }();
  return text;
}

std::string zip_text(std::uint32_t number) {
  std::string text = std::to_string(10000 + 2 * number);
  return text.substr(0, 5);
}

// ZIP codes in one to three counties each, every fifth county a shortage area, rural codes.
reference::ReferenceAt sample_reference() {
  reference::ReferenceAt lists;
  lists.options.day = as_of;
  lists.hpsa_known.fill(true);
  lists.facilities_known.fill(true);
  smm::base::Random random(2);
  for (std::uint32_t number = 0; number < zips; ++number) {
    const auto zip = reference::Zip{10000 + 2 * number};
    const std::uint32_t county = 37'000 + 2 * (number % 100) + 1;
    const bool split = random.chance(0.28);
    const auto add = [&](std::uint32_t area, double share) {
      reference::ZipPart<reference::County> part;
      part.zip = zip;
      part.area = {area};
      part.share = part.total = share;
      lists.zip_counties.push_back(part);
    };
    add(county, split ? 0.7 : 1.0);
    if (split) add(county + 2, 0.3);
    lists.ruca_zips.push_back({zip, static_cast<std::uint8_t>(1 + random.below(10))});
  }
  for (std::uint32_t county = 37'001; county < 37'200; county += 10) {
    reference::ShortageComponent component;
    component.id = "H" + std::to_string(county);
    component.designated = *registry::parse_iso_day("2010-01-01");
    component.area = county;
    component.state = 37;
    lists.hpsa.push_back(component);
    lists.mua.push_back(component);
  }
  return lists;
}

measure::Practice placed_practice(std::uint32_t number, const place::Places& places) {
  const std::string zip = zip_text(number % zips);
  const place::Placed placed = places.place({"1 MAIN ST", "SOMEWHERE", "NC", zip, "", "", ""});
  measure::Practice practice;
  practice.npi = 1'000'000'000 + number;
  const auto bounded = [&](measure::Fact fact, const std::optional<place::Bounds>& bounds) {
    if (bounds) measure::set_bounded(practice, fact, bounds->low, bounds->high);
  };
  measure::set_bounded(practice, measure::Fact::active, 1, 1);
  measure::set_bounded(practice, measure::Fact::in_training, 0, 0);
  measure::set_bounded(practice, measure::Fact::primary_care, number % 3 == 0, number % 3 == 0);
  bounded(measure::Fact::hpsa_geo, placed.hpsa_geographic);
  bounded(measure::Fact::hpsa_pop, placed.hpsa_population);
  bounded(measure::Fact::mua, placed.mua);
  if (placed.rural) measure::set_bounded(practice, measure::Fact::rural, *placed.rural, *placed.rural);
  practice.state_letters[0] = 'N';
  practice.state_letters[1] = 'C';
  return practice;
}

std::vector<measure::Practice> place_everybody(const place::Places& places, unsigned threads) {
  std::vector<measure::Practice> practices(persons);
  std::atomic<std::uint32_t> next = 0;
  constexpr std::uint32_t stretch = 4096;
  registry::on_threads(threads, [&](unsigned) {
    for (std::uint32_t begin = next.fetch_add(stretch); begin < persons; begin = next.fetch_add(stretch))
      for (std::uint32_t i = begin; i < std::min(begin + stretch, persons); ++i)
        practices[i] = placed_practice(i, places);
  });
  return practices;
}

measure::Cohort read_whole_cohort() {
  smm::base::MemorySource bytes(cohort_csv());
  auto cohort = measure::read_cohort(bytes, "cohort.csv", as_of, catalogue());
  return *std::move(cohort);
}

void read_1m_persons(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(read_whole_cohort());
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(cohort_csv().size()));
}
BENCHMARK(read_1m_persons)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();

void place_1m_and_run_28_measures(benchmark::State& state) {
  const auto threads = static_cast<unsigned>(state.range(0));
  const measure::Cohort cohort = read_whole_cohort();
  measure::Links links = measure::no_links(cohort);
  for (std::uint32_t i = 0; i < persons; ++i)
    if (i % 10 != 0) links.persons[i] = {measure::LinkState::linked, true, 0.95, 1'000'000'000 + i};
  const std::vector<measure::School> schools(cohort.schools.size(),
                                             measure::School{measure::School::Control::public_school, "NC"});
  const measure::PopulationShares shares{31.32, {{"NC", 31}}};
  const std::vector<measure::Links> no_draws;
  std::size_t rows = 0;
  for (auto _ : state) {
    const place::Places places(sample_reference());
    const measure::Practices practices(place_everybody(places, threads));
    measure::MeasureInput input{catalogue(), {},      cohort, schools, links, no_draws,
                                practices,   &shares, as_of,  {"sex"}, 1,     threads};
    for (const measure::Definition& definition : catalogue().measures) input.measures.push_back(&definition);
    rows = measure::run_measures(input).size();
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  state.counters["peak_MB"] = static_cast<double>(usage.ru_maxrss) / 1024;
  state.counters["rows"] = static_cast<double>(rows);
}
BENCHMARK(place_1m_and_run_28_measures)->Arg(2)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();

}  // namespace
