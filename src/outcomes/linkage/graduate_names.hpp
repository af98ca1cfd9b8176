// SPDX-License-Identifier: Apache-2.0
// Names of the roster against names of the registry, each distinct pair looked at once. Internal to linkage.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "outcomes/linkage/graduate_levels.hpp"
#include "outcomes/linkage/nicknames.hpp"
#include "outcomes/linkage/similar_names.hpp"

namespace smm::outcomes::linkage {

// Surname codes of the registry that stand for a graduate's surname in some way; ascending, each once.
struct SurnameWay {
  Code code = 0;
  SurnameLevel level = SurnameLevel::different;
};

struct SurnameWays {
  std::vector<SurnameWay> present;  // the person's present surname has the code
  std::vector<SurnameWay> former;   // one of the person's other names has it
};

class GraduateNames {
 public:
  GraduateNames(const RegistryIndex& index, const std::vector<Graduate>& graduates,
                const Nicknames& nicknames, unsigned threads);

  SurnameWays surname_ways(const Graduate& graduate) const;

  struct FirstKey {
    std::uint32_t key = 0;  // of RegistryIndex::given_keys()
    FirstLevel level = FirstLevel::different;
  };
  // Keys whose level is better than different.
  const std::vector<FirstKey>& first_keys(const Graduate& graduate) const;
  // Those that are the same, of all graduates.
  std::vector<std::uint32_t> same_first_keys(const std::vector<Graduate>& graduates) const;

 private:
  void search_surnames(const std::vector<Graduate>& graduates, unsigned threads);
  void search_first_names(const std::vector<Graduate>& graduates, const Nicknames& nicknames,
                          unsigned threads);
  void ways_of(const std::string& name, bool whole, bool former, SurnameWays& ways) const;

  const RegistryIndex& index_;
  std::unordered_map<std::string, std::vector<SimilarName>> similar_surnames_;  // keys near or alike
  std::unordered_map<std::string, std::vector<FirstKey>> first_keys_;           // by whole first name
};

}  // namespace smm::outcomes::linkage
