// SPDX-License-Identifier: Apache-2.0
// tests/concordance/lake-1.yaml with one change at a time.
#include <gtest/gtest.h>

#include "concordance_folder.hpp"

namespace smm::instrument {
namespace {

struct Slip {
  std::string old_text;
  std::string new_text;
  std::string code;
};

std::string codes_of(const base::Result<AreaScheme>& scheme) {
  std::string codes;
  if (scheme) return codes;
  for (const base::Problem& problem : scheme.problems()) codes += std::string(problem.code) + " ";
  return codes;
}

TEST(AreaScheme, SlipsAreFound) {
  const std::string bytes = test::bytes_of_file("tests/concordance/lake-1.yaml");
  const std::vector<Slip> slips = {
      {"    name_known: no", "    name_known: no\n    label: Guessed", "scheme_name "},
      {"    name_known: no", "    note: Unnamed.", "missing_field "},
      {"    name_known: no", "    name_known: maybe", "wrong_shape "},
      {"[2001, 2003]", "[]", "scheme_number "},
      {"[2001, 2003]", "[2001, 2001]", "scheme_number "},
      {"[2001, 2003]", "[1989]", "scheme_number "},
      {"[2001, 2003]", "[2101]", "scheme_number "},
      {"scored_indicators: 12", "scored_indicators: 0", "scheme_number "},
      {"domain: water", "domain: fire", "unknown_id "},
      {"id: area-02", "id: shore", "duplicate_id "},
      {"scheme: lake-1", "scheme: lake-2", "concordance_file_name "},
      {"source: Invented for tests.", "sauce: Invented for tests.", "missing_field unknown_field "}};
  for (const Slip& slip : slips) {
    const std::size_t at = bytes.find(slip.old_text);
    ASSERT_NE(at, std::string::npos) << slip.old_text;
    const std::string changed = std::string(bytes).replace(at, slip.old_text.size(), slip.new_text);
    const auto scheme = load_area_scheme(test::yaml_document(changed, "lake-1.yaml"), {});
    EXPECT_EQ(codes_of(scheme), slip.code) << slip.new_text;
  }
}

TEST(AreaScheme, SharesItsIdWithNoEdition) {
  const base::Document document = test::yaml_file("tests/concordance/lake-1.yaml");
  EXPECT_EQ(codes_of(load_area_scheme(document, {"river-1", "lake-1"})), "duplicate_id ");
}

TEST(AreaScheme, HoldsWhatIsKnown) {
  const auto scheme = load_area_scheme(test::yaml_file("tests/concordance/lake-1.yaml"), {});
  ASSERT_TRUE(scheme);
  EXPECT_EQ(scheme->scored_indicators, 12);
  EXPECT_EQ(scheme->areas[0].label, "Shore");
  EXPECT_EQ(scheme->areas[0].domain, 0u);
  EXPECT_EQ(scheme->areas[1].label, std::nullopt);
  EXPECT_EQ(scheme->areas[1].domain, std::nullopt);
}

}  // namespace
}  // namespace smm::instrument
