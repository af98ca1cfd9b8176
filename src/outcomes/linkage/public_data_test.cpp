// SPDX-License-Identifier: Apache-2.0
// Public data sets with known answers, each linked with the plain configuration in tests/linkage. Nothing is
// trained on the answers; they are only compared with. Skipped where the data do not lie beside the source
// tree.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "exchange/csv.hpp"
#include "exchange/toml.hpp"
#include "outcomes/linkage/link_records.hpp"
#include "reference_values.hpp"

namespace smm::outcomes::linkage {
namespace {

using IdPairs = std::set<std::pair<std::string, std::string>>;

std::filesystem::path public_data(const std::string& name) {
  return test::reference_file().parent_path().parent_path().parent_path() / "data" / "linkage" / name;
}

std::string all_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

RecordFile records(const std::string& name, const std::string& id) {
  return records_of(exchange::read_table(as_utf8(all_of(public_data(name))), name).value(), id).value();
}

LinkConfig plain_config(const std::string& name) {
  return read_link_config(exchange::parse_toml(all_of("tests/linkage/" + name), name).value()).value();
}

double f1_of(const IdPairs& truth, const IdPairs& found) {
  std::size_t right = 0;
  for (const auto& pair : found) right += truth.contains(pair);
  return 2.0 * static_cast<double>(right) / static_cast<double>(truth.size() + found.size());
}

IdPairs likely_pairs(const RecordLinkage& linked, const RecordFile& left, const RecordFile& right,
                     bool ordered) {
  IdPairs pairs;
  for (const RecordPair& pair : linked.pairs) {
    if (pair.probability < 0.5) continue;
    std::pair ids(left.ids[pair.left], right.ids[pair.right]);
    if (ordered && ids.second < ids.first) std::swap(ids.first, ids.second);
    pairs.insert(std::move(ids));
  }
  return pairs;
}

IdPairs pairs_within(const std::map<std::string, std::vector<std::string>>& groups) {
  IdPairs pairs;
  for (const auto& [key, ids] : groups)
    for (std::size_t i = 0; i < ids.size(); ++i)
      for (std::size_t j = i + 1; j < ids.size(); ++j) pairs.insert(std::minmax(ids[i], ids[j]));
  return pairs;
}

IdPairs pairs_of_clusters(const RecordLinkage& linked, const RecordFile& file, double at_least) {
  std::map<std::string, std::vector<std::string>> groups;
  const auto clusters = clusters_of(linked.pairs, file.ids.size(), at_least);
  for (std::size_t i = 0; i < clusters.size(); ++i) groups[file.ids[clusters[i]]].push_back(file.ids[i]);
  return pairs_within(groups);
}

#define NEEDS_PUBLIC_DATA(name) \
  if (!std::filesystem::exists(public_data(name))) GTEST_SKIP() << public_data(name) << " is not there"

TEST(PublicData, Febrl) {
  NEEDS_PUBLIC_DATA("febrl_dataset1.csv");
  const LinkConfig config = plain_config("febrl.toml");
  for (const auto& [name, at_least] :
       {std::pair("febrl_dataset1.csv", 0.998), std::pair("febrl_dataset2.csv", 0.998),
        std::pair("febrl_dataset3.csv", 0.998)}) {
    const RecordFile file = records(name, "rec_id");
    const auto linked = link_within(file, config, {}, {2, 1});
    ASSERT_TRUE(linked.ok());
    std::map<std::string, std::vector<std::string>> persons;  // rec-12-org and rec-12-dup-0 are one
    for (const std::string& id : file.ids) persons[id.substr(0, id.find('-', 4))].push_back(id);
    EXPECT_GE(f1_of(pairs_within(persons), likely_pairs(*linked, file, file, true)), at_least) << name;
  }
}

TEST(PublicData, Fake1000) {
  NEEDS_PUBLIC_DATA("fake_1000.csv");
  const RecordFile file = records("fake_1000.csv", "unique_id");
  const LinkConfig config = plain_config("fake-1000.toml");
  const auto linked = link_within(file, config, {}, {2, 1});
  ASSERT_TRUE(linked.ok());
  std::map<std::string, std::vector<std::string>> persons;
  const std::size_t cluster = *file.table.column("cluster");
  for (std::size_t i = 0; i < file.ids.size(); ++i)
    persons[file.table.rows[i].cells[cluster]].push_back(file.ids[i]);
  const IdPairs truth = pairs_within(persons);
  EXPECT_GE(f1_of(truth, likely_pairs(*linked, file, file, true)), 0.9);
  EXPECT_GE(f1_of(truth, pairs_of_clusters(*linked, file, config.cluster)), 0.93);
}

TEST(PublicData, DblpAcm) {
  NEEDS_PUBLIC_DATA("dblp_acm_DBLP2.csv");
  const RecordFile left = records("dblp_acm_DBLP2.csv", "id"), right = records("dblp_acm_ACM.csv", "id");
  const auto linked = link_records(left, right, plain_config("dblp-acm.toml"), {}, {2, 1});
  ASSERT_TRUE(linked.ok());
  IdPairs truth;
  std::istringstream mapping(all_of(public_data("dblp_acm_DBLP-ACM_perfectMapping.csv")));
  for (std::string line; std::getline(mapping, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (const auto comma = line.find(','); comma != std::string::npos)
      truth.emplace(line.substr(0, comma), line.substr(comma + 1));
  }
  EXPECT_GE(f1_of(truth, likely_pairs(*linked, left, right, false)), 0.985);
}

}  // namespace
}  // namespace smm::outcomes::linkage
