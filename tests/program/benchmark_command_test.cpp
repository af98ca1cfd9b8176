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

// A first round, frozen into "first", and the words that freeze a second one after it.
std::string second_round_after(const Folder& folder) {
  folder.write("schools.csv", frame(24));
  folder.write("scores.csv", scores(24));
  EXPECT_EQ(folder.smm(freeze_words(folder, "first/")).code, 0);
  return freeze_words(folder, "second") + " --previous " + folder.path("first/");
}

TEST(BenchmarkCommands, PrivateScoresLieBesideTheReleaseForTheNextFreeze) {
  const Folder folder;
  const std::string second = second_round_after(folder);
  const std::filesystem::path file = folder.path("first.private.csv");
  EXPECT_EQ(std::filesystem::status(file).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  EXPECT_NE(text_of(file).find(",s101,nursing_adn,"), std::string::npos);
  const Outcome frozen = folder.smm(second);
  ASSERT_EQ(frozen.code, 0) << frozen.err;
  EXPECT_NE(frozen.out.find("second.private.csv"), std::string::npos) << frozen.out;
  EXPECT_EQ(frozen.err, "");
  EXPECT_EQ(
      folder.smm("benchmark audit --release " + folder.path("second") + " --previous " + folder.path("first"))
          .code,
      0);
}

TEST(BenchmarkCommands, MissingPrivateScoresAreSaid) {
  const Folder folder;
  const std::string second = second_round_after(folder);
  std::filesystem::remove(folder.path("first.private.csv"));
  const Outcome frozen = folder.smm(second);
  EXPECT_EQ(frozen.code, 0) << frozen.err;
  EXPECT_NE(frozen.err.find("There are no private scores beside " + folder.path("first/")), std::string::npos)
      << frozen.err;
}

TEST(BenchmarkCommands, PrivateScoresOfAnotherReleaseAreRefused) {
  const Folder folder;
  const std::string second = second_round_after(folder);
  std::string text = folder.read("first.private.csv");
  const std::size_t hash = text.find('\n') + 1;
  text[hash] = text[hash] == '0' ? '1' : '0';
  folder.write("first.private.csv", text);
  const Outcome frozen = folder.smm(second);
  EXPECT_EQ(frozen.code, 1);
  EXPECT_NE(frozen.err.find("earlier_scores_of_other_release: "), std::string::npos) << frozen.err;
  EXPECT_NE(frozen.err.find("first.private.csv:2"), std::string::npos) << frozen.err;
  EXPECT_FALSE(folder.has("second"));
}

TEST(BenchmarkCommands, PrivateScoresThatWereChangedAreRefused) {
  const Folder folder;
  const std::string second = second_round_after(folder);
  std::string text = folder.read("first.private.csv");
  for (std::size_t at = text.find("nursing_adn,"); at != std::string::npos;
       at = text.find("nursing_adn,", at + 1)) {
    const std::size_t begin = at + std::string("nursing_adn,").size();
    text.replace(begin, text.find(',', begin) - begin, "0");
  }
  folder.write("first.private.csv", text);
  const Outcome frozen = folder.smm(second);
  EXPECT_EQ(frozen.code, 1);
  EXPECT_NE(frozen.err.find("earlier_scores_differ: "), std::string::npos) << frozen.err;
}

TEST(BenchmarkCommands, PrivateScoresOfARealReleaseAreNotWrittenOver) {
  const Folder folder;
  second_round_after(folder);
  std::filesystem::remove_all(folder.path("first"));
  folder.write("scores.csv", scores(23));
  folder.write("schools.csv", frame(23));
  const Outcome frozen = folder.smm(freeze_words(folder, "first"));
  EXPECT_EQ(frozen.code, 1);
  EXPECT_NE(frozen.err.find("release_exists: there are private scores of another release"),
            std::string::npos);
  EXPECT_FALSE(folder.has("first"));
}

}  // namespace
}  // namespace smm::program
