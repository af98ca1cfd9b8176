// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "program.hpp"

namespace smm::program {
namespace {

// Two groups that see the two areas of the domain "community" differently.
constexpr const char* budget =
    "judge,group,parent,id,points\n"
    "ann,deans,community,community-collaborations,80\nann,deans,community,pathway-programs,20\n"
    "bo,students,community,community-collaborations,20\nbo,students,community,pathway-programs,80\n"
    "cy,students,community,community-collaborations,40\ncy,students,community,pathway-programs,60\n";

TEST(WeightsCommand, GroupsCountAlikeWhateverTheirSize) {
  const Folder folder;
  const Outcome outcome = folder.smm("weights --method budget --in " + folder.write("j.csv", budget));
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  // deans .8/.2; students (.2+.4)/2 = .3 and .7; both groups alike: .55 and .45
  EXPECT_EQ(
      outcome.out,
      "level,id,weight\narea,community-collaborations,0.5500000000\narea,pathway-programs,0.4500000000\n");
  EXPECT_NE(outcome.err.find("Spread of weights"), std::string::npos);
}

TEST(WeightsCommand, WeightsComeBackIntoScoringAndShowHowFarScoresMove) {
  const Folder folder;
  ASSERT_EQ(folder.smm("demo --headless --schools 6 --out " + folder.path("d")).code, 0);
  const std::string judgements = folder.write("j.csv", budget);
  const Outcome weights =
      folder.smm("weights --method budget --in " + judgements + " --edition smm-2026 --answers " +
                 folder.path("d/sample/answers.csv") + " --out " + folder.path("w.csv"));
  EXPECT_EQ(weights.code, 0) << weights.err;
  EXPECT_NE(weights.err.find("How far scores"), std::string::npos);
  const std::string score = "score --edition smm-2026 --answers " + folder.path("d/sample/answers.csv");
  const Outcome equal = folder.smm(score);
  const Outcome weighted = folder.smm(score + " --weights " + folder.path("w.csv"));
  EXPECT_EQ(weighted.code, 0) << weighted.err;
  EXPECT_NE(equal.out, weighted.out);
}

TEST(WeightsCommand, AnInconsistentJudgeIsAWarningAndAnUnknownAreaAProblem) {
  const Folder folder;
  const Outcome circular =
      folder.smm("weights --method pairwise --in " +
                 folder.write("p.csv",
                              "judge,group,parent,a,b,ratio\n"
                              "ann,deans,education,curriculum,community-training,9\n"
                              "ann,deans,education,community-training,service-learning,9\n"
                              "ann,deans,education,service-learning,curriculum,9\n"));
  EXPECT_EQ(circular.code, 0) << circular.err;
  EXPECT_NE(circular.err.find("warning: judgement_inconsistent: "), std::string::npos);
  const Outcome unknown =
      folder.smm("weights --method ranking --in " +
                 folder.write("r.csv", "judge,group,parent,id,rank\nann,deans,galaxy,curriculum,1\n"));
  EXPECT_EQ(unknown.code, 1);
  EXPECT_NE(unknown.err.find("judgement_unknown_parent: "), std::string::npos);
  EXPECT_EQ(folder.smm("weights --method guess --in " + folder.path("p.csv")).code, 2);
}

}  // namespace
}  // namespace smm::program
