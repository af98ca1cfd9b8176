// SPDX-License-Identifier: Apache-2.0
// The people of a school, as somebody uses these pages who means no good: a coordinator about to leave, a
// rival at another school.
#include "school_at_work.hpp"

namespace smm::web {
namespace {

SMM_ON_EACH_DATABASE(SchoolPeople);

std::string remove_path(const app::Person& person, const std::string& role) {
  return river_path + "/people/" + person.id.text() + "/" + role + "/remove";
}

TEST_P(SchoolPeople, ACoordinatorCannotSendTheDeanAwayNorBecomeOne) {
  SchoolAtWork work(house());
  const app::Person dean = work.person("dean");
  auto cora = work.browser("cora");
  EXPECT_FALSE(cora->get(river_path + "/people").says(remove_path(dean, "dean")));
  EXPECT_EQ(cora->post(remove_path(dean, "dean")).status, 403);
  EXPECT_EQ(cora->post(river_path + "/people/add",
                       {{"name", "Cora"}, {"email", "cora@elsewhere.example"}, {"role", "dean"}})
                .status,
            422);
  auto chief = work.browser("dean");
  EXPECT_TRUE(chief->get(river_path + "/people").says(remove_path(dean, "dean")));
  EXPECT_EQ(chief->get(river_path + "/submit").status, 200);
}

TEST_P(SchoolPeople, RemovingSaysWhomAndTellsNothingOfOthers) {
  SchoolAtWork work(house());
  auto cora = work.browser("cora");
  EXPECT_TRUE(cora->get(remove_path(work.person("ana"), "author")).says("Remove from this school: Ana"));
  // Ana has no such part here; the rival's dean is of another school; nobody has this id.
  EXPECT_EQ(cora->get(remove_path(work.person("ana"), "viewer")).status, 404);
  const app::Person rival = work.round().actor("dean@lake.example").person;
  for (const char* role : {"dean", "author", "viewer"}) {
    const Shown page = cora->get(remove_path(rival, role));
    EXPECT_EQ(page.status, 404);
    EXPECT_FALSE(page.says(rival.name));
    EXPECT_NE(cora->post(remove_path(rival, role)).status, 303);
  }
  EXPECT_EQ(cora->get(river_path + "/people/aaaaaaaaaaaaaaaaaaaaaaaaaa/author/remove").status, 404);
}

TEST_P(SchoolPeople, WhoWasRemovedFindsEveryDoorClosedAtOnce) {
  SchoolAtWork work(house());
  auto ana = work.browser("ana");
  const std::string packet = river_path + "/packets/" + anas_office;
  ASSERT_EQ(ana->get(packet).status, 200);
  auto cora = work.browser("cora");
  const std::string path = remove_path(work.person("ana"), "author");
  cora->get(path);
  ASSERT_EQ(cora->submit(path).status, 303);
  for (const std::string& at : {river_path, packet, packet + "/notes", river_path + "/questions/1"})
    EXPECT_EQ(ana->get(at).status, 404) << at;
  EXPECT_EQ(ana->post(river_path + "/answers", {{"item", "any"}}).status, 404);
}

}  // namespace
}  // namespace smm::web
