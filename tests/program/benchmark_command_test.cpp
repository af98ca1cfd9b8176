// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "program.hpp"

namespace smm::program {
namespace {

constexpr const char* divisions[] = {"Pacific", "Mountain", "South Atlantic", "New England"};
constexpr const char* areas[] = {"mission", "leadership", "curriculum",     "research",
                                 "climate", "admissions", "accountability", "service-learning"};

std::string school(int i) {
  return "s" + std::to_string(100 + i);
}

// Schools of associate degree nursing, one row each.
std::string frame(int count) {
  std::string text =
      "school_id,institution_id,system_id,programme,control,state,division,size,carnegie,locale,responded\n";
  for (int i = 0; i < count; ++i)
    text += school(i) + ",i" + school(i) + ",,nursing_adn," + (i % 2 == 0 ? "public" : "private") + ",," +
            divisions[i % 4] + ",small,special,city,1\n";
  return text;
}

std::string scores(int count) {
  std::string text =
      "school_id,programme,level,id,state,score,lower,upper,answered_points,attainable_points\n";
  for (int i = 0; i < count; ++i)
    for (std::size_t a = 0; a < std::size(areas); ++a)
      text += school(i) + ",nursing_adn,area," + areas[a] + ",scored," +
              std::to_string((i * 37 + static_cast<int>(a) * 11) % 101) + ".0000,0,100,10,10\n";
  return text;
}

std::string freeze_words(const Folder& folder, const std::string& out) {
  return "benchmark freeze --scores " + folder.path("scores.csv") + " --schools " +
         folder.path("schools.csv") + " --out " + folder.path(out);
}

TEST(BenchmarkCommands, FreezeAuditAndCompare) {
  const Folder folder;
  folder.write("schools.csv", frame(24));
  folder.write("scores.csv", scores(24));
  const Outcome frozen = folder.smm(freeze_words(folder, "release"));
  ASSERT_EQ(frozen.code, 0) << frozen.err;
  EXPECT_NE(frozen.out.find("nursing_adn: released, 4 blocks by k = 5, bins 5 points wide"),
            std::string::npos)
      << frozen.out;
  EXPECT_NE(frozen.out.find("medicine: too_few"), std::string::npos);
  EXPECT_EQ(folder.smm("benchmark audit --release " + folder.path("release")).code, 0);
  const Outcome compared =
      folder.smm("benchmark compare --release " + folder.path("release") + " --school s100 --scores " +
                 folder.path("scores.csv") + " --filter control=public --json");
  EXPECT_EQ(compared.code, 0) << compared.err;
  EXPECT_NE(compared.out.find("weighted by where your 11 picks are, from blocks of"), std::string::npos)
      << compared.out;
  // Same input, same bytes.
  ASSERT_EQ(folder.smm(freeze_words(folder, "again")).code, 0);
  for (const char* name : {"release.json", "blocks.csv", "table.csv", "norms.csv", "spread.csv"})
    EXPECT_EQ(text_of(folder.path(std::string("release/") + name)),
              text_of(folder.path(std::string("again/") + name)))
        << name;
}

TEST(BenchmarkCommands, AnAuditNamesTheRowsThatWereChanged) {
  const Folder folder;
  folder.write("schools.csv", frame(24));
  folder.write("scores.csv", scores(24));
  ASSERT_EQ(folder.smm(freeze_words(folder, "release")).code, 0);
  std::string table = text_of(folder.path("release/table.csv"));
  table.insert(table.find('\n') + 1, "nursing_adn,nursing_adn-01,mission,61.5,61.5\n");
  folder.write("release/table.csv", table);
  const Outcome audited = folder.smm("benchmark audit --release " + folder.path("release"));
  EXPECT_EQ(audited.code, 1);
  EXPECT_NE(audited.err.find("release_file_differs: \"nursing_adn,nursing_adn-01,mission,61.5,61.5\""),
            std::string::npos)
      << audited.err;
}

TEST(BenchmarkCommands, BadInputIsNamedWithItsLineAndNothingIsWritten) {
  const Folder folder;
  folder.write("schools.csv", frame(24) + "s100,is100,,nursing_adn,public,,,small,special,city,1\n" +
                                  "s200,is200,,nursing_adn,public,ZZ,,small,special,city,2\n");
  folder.write("scores.csv", scores(24) + "s101,nursing_adn,area,mission,scored,100.5000,0,100,10,10\n");
  const Outcome frozen = folder.smm(freeze_words(folder, "release"));
  EXPECT_EQ(frozen.code, 1);
  EXPECT_FALSE(folder.has("release"));
  for (const char* found : {"school_duplicate: ", "frame_variable_missing: ", "frame_bad_value: ",
                            "score_out_of_range: ", "schools.csv:26)", "schools.csv:27)", "scores.csv:194)"})
    EXPECT_NE(frozen.err.find(found), std::string::npos) << found << "\n" << frozen.err;
}

TEST(BenchmarkCommands, AReleaseIsNeverReplaced) {
  const Folder folder;
  folder.write("schools.csv", frame(24));
  folder.write("scores.csv", scores(24));
  ASSERT_EQ(folder.smm(freeze_words(folder, "release")).code, 0);
  const Outcome again = folder.smm(freeze_words(folder, "release"));
  EXPECT_EQ(again.code, 1);
  EXPECT_NE(again.err.find("release_exists: "), std::string::npos);
}

}  // namespace
}  // namespace smm::program
