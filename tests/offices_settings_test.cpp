// SPDX-License-Identifier: Apache-2.0
// Which offices may share a server, as the file of --offices has them, and which settings are refused.
#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "adapters/disk_files.hpp"
#include "adapters/disk_registry_files.hpp"
#include "adapters/program_content.hpp"
#include "adapters/web_links.hpp"
#include "cli/offices_settings.hpp"
#include "cli/settings.hpp"
#include "scratch_folder.hpp"

namespace smm::cli {
namespace {

// Reading settings asks nothing of it.
class NoService final : public app::Service {
 public:
  base::Result<std::unique_ptr<app::HeldInstallation>> open(const app::ServiceSettings&,
                                                            app::Hold) const override {
    throw std::logic_error("asked");
  }
  base::Result<int> serve(const app::ServiceSettings&, std::ostream&, std::ostream&,
                          const std::function<void(app::Installation&)>&) const override {
    throw std::logic_error("asked");
  }
  base::Result<int> serve_offices(const app::OfficesSettings&, std::ostream&, std::ostream&) const override {
    throw std::logic_error("asked");
  }
  app::Maintenance& maintenance() const override { throw std::logic_error("asked"); }
  const app::KeyFiles& key_files() const override { throw std::logic_error("asked"); }
  const std::string& version() const override { throw std::logic_error("asked"); }
};

class NoGauges final : public app::operating::Gauges {
 public:
  app::operating::Measured measure(const app::ServiceSettings&) const override {
    throw std::logic_error("asked");
  }
};

class NoPrintServer final : public app::PrintServer {
 public:
  base::Result<std::int64_t> serve(const app::PrintServerSettings&, std::ostream&) const override {
    throw std::logic_error("asked");
  }
};

class OfficesFile : public testing::Test {
 protected:
  base::Result<app::OfficesSettings> read(const std::string& text) {
    given_.set("--offices", folder_.write("offices.toml", text));
    return read_offices(given_, around_);
  }

  base::Result<app::ServiceSettings> read_one(const std::string& text, const std::string& office) {
    given_.set("--offices", folder_.write("offices.toml", text));
    given_.set("--office", office);
    return settings();
  }

  base::Result<app::ServiceSettings> settings() { return read_settings(given_, around_); }

  // All sentences, one a line.
  std::string complaints(const std::string& text) {
    const auto offices = read(text);
    if (offices) return "";
    std::string all;
    for (const base::Problem& problem : offices.problems()) all += to_string(problem) + "\n";
    return all;
  }

  Given given_;
  std::map<std::string, std::string> environment_;

 private:
  test::ScratchFolder folder_;
  adapters::DiskFiles files_;
  adapters::EmbeddedContent content_;
  adapters::DiskRegistryFiles registry_files_;
  adapters::WebLinks links_;
  NoService service_;
  NoGauges gauges_;
  NoPrintServer print_server_;
  std::ostringstream out_, err_;
  Surroundings around_{files_,
                       content_,
                       out_,
                       err_,
                       service_,
                       [this](const std::string& name) -> std::optional<std::string> {
                         const auto found = environment_.find(name);
                         return found == environment_.end() ? std::nullopt : std::optional(found->second);
                       },
                       registry_files_,
                       links_,
                       gauges_,
                       print_server_};
};

const std::string two = R"(
offices_folder = "/var/lib/smm"
listen = "127.0.0.1:9000"
workers = 8
mail_host = "smtp.example.org"

[offices.rivers]
public_url = "https://rivers.example.org"
mail_from = "metrics@rivers.example.org"

[offices.hills-2]
public_url = "https://hills.example.org"
mail_from = "metrics@hills.example.org"
mail_host = "smtp.hills.example.org"
)";

TEST_F(OfficesFile, GivesEachItsOwnAndWhatAllHaveInCommon) {
  const auto read_both = read(two);
  ASSERT_TRUE(read_both) << complaints(two);
  EXPECT_EQ(read_both->folder, "/var/lib/smm");
  EXPECT_EQ(read_both->common.listen, "127.0.0.1:9000");
  EXPECT_EQ(read_both->common.workers, 8);
  ASSERT_EQ(read_both->offices.size(), 2U);
  const app::OfficeSettings& hills = read_both->offices[0];
  const app::OfficeSettings& rivers = read_both->offices[1];
  EXPECT_EQ(hills.name, "hills-2");
  EXPECT_EQ(hills.settings.database.data, "/var/lib/smm/hills-2");
  EXPECT_EQ(hills.settings.database.key_file, "/var/lib/smm/hills-2.key");
  EXPECT_EQ(hills.settings.mail.host, "smtp.hills.example.org");
  EXPECT_EQ(rivers.name, "rivers");
  EXPECT_EQ(rivers.settings.mail.host, "smtp.example.org");
  EXPECT_EQ(rivers.settings.mail.from, "metrics@rivers.example.org");
  EXPECT_EQ(rivers.settings.public_url, "https://rivers.example.org");
}

TEST_F(OfficesFile, GivesEachASchemaOfTheCommonDatabase) {
  const auto url = read("database = \"postgresql://smm@db/smm\"\n" + two);
  ASSERT_TRUE(url);
  EXPECT_EQ(url->offices[0].settings.database.database,
            "postgresql://smm@db/smm?options=-csearch_path%3Doffice_hills_2");
  EXPECT_EQ(url->offices[0].settings.database.data, "");
  EXPECT_EQ(url->offices[0].settings.database.key_file, "/var/lib/smm/hills-2.key");
  const auto pairs = read("database = \"host=/run/pg dbname=smm\"\n" + two + "schema = \"uplands\"\n");
  ASSERT_TRUE(pairs);
  EXPECT_EQ(pairs->offices[0].settings.database.database,
            "host=/run/pg dbname=smm options='-csearch_path=uplands'");
  const auto own = read("database = \"postgresql://smm@db/smm?sslmode=require\"\n" + two +
                        "database = \"postgresql://hills@elsewhere/hills\"\n");
  ASSERT_TRUE(own);
  EXPECT_EQ(own->offices[0].settings.database.database, "postgresql://hills@elsewhere/hills");
  EXPECT_EQ(own->offices[1].settings.database.database,
            "postgresql://smm@db/smm?sslmode=require&options=-csearch_path%3Doffice_rivers");
}

TEST_F(OfficesFile, MayMixEngines) {
  const auto mixed = read("database = \"postgresql://smm@db/smm\"\n" + two + "data = \"/srv/hills\"\n");
  ASSERT_TRUE(mixed);
  EXPECT_EQ(mixed->offices[0].settings.database.data, "/srv/hills");
  EXPECT_EQ(mixed->offices[0].settings.database.database, "");
}

TEST_F(OfficesFile, OneOfThemServesACommand) {
  const auto rivers = read_one(two, "rivers");
  ASSERT_TRUE(rivers);
  EXPECT_EQ(rivers->database.data, "/var/lib/smm/rivers");
  const auto absent = read_one(two, "lakes");
  ASSERT_FALSE(absent);
  EXPECT_EQ(absent.problems().front().code, "no_such_office");
}

TEST_F(OfficesFile, ACommandSaysWhichOffice) {
  ASSERT_TRUE(read(two));  // and leaves --offices given
  const auto none = settings();
  ASSERT_FALSE(none);
  EXPECT_EQ(none.problems().front().sentence, "--offices has several offices; say which with --office");
}

struct Refused {
  const char* what;
  std::string text;
  const char* sentence;
};

std::vector<Refused> refused_files() {
  const std::string head = "offices_folder = \"/o\"\n";
  const auto office = [](const std::string& name, const std::string& rest = "") {
    return "[offices." + name + "]\npublic_url = \"https://" + name + ".example.org\"\nmail_from = \"m@" +
           name + ".example.org\"\n" + rest;
  };
  return {
      {"no folder", office("a"), "missing_field"},
      {"no office", head, "The file has no office"},
      {"a name in capitals", head + office("Rivers"), "An office's name is of small letters"},
      {"a name that is a path", head + "[offices.\"../a\"]\n", "An office's name is of small letters"},
      {"a name that begins with a hyphen", head + office("-a"), "An office's name is of small letters"},
      {"no address", head + "[offices.a]\n", "public_url is missing"},
      {"mails without a sender",
       head + "mail_host = \"h\"\n[offices.a]\npublic_url = \"https://a.example\"\n",
       "Office a: mail_from is missing"},
      {"a common sender", head + "mail_from = \"m@example.org\"\n" + office("a"),
       "mail_from is each office's own"},
      {"a common address", head + "public_url = \"https://x.example\"\n" + office("a"),
       "public_url is each office's own"},
      {"a common folder of data", head + "data = \"/d\"\n" + office("a"), "data is each office's own"},
      {"a common key", head + "key_file = \"/k\"\n" + office("a"), "key_file is each office's own"},
      {"a common sign-in", head + "oidc_issuer = \"https://id.example\"\n" + office("a"),
       "oidc_issuer is each office's own"},
      {"an office that listens", head + office("a", "listen = \"127.0.0.1:1\"\n"), "unknown_field"},
      {"an office with workers", head + office("a", "workers = 4\n"), "unknown_field"},
      {"a word that is no setting", head + office("a", "colour = \"red\"\n"), "unknown_field"},
      {"two with one name, whatever the port and the case",
       head + office("a") +
           "[offices.b]\npublic_url = \"https://A.example.org:8443\"\nmail_from = \"m@b.example\"\n",
       "The offices a and b share the name a.example.org"},
      {"two in one folder", head + office("a", "data = \"/x/d\"\n") + office("b", "data = \"/x/y/../d/\"\n"),
       "The offices a and b share the folder /x/d"},
      {"two in the folder that one has by default", head + office("a") + office("b", "data = \"/o/a\"\n"),
       "The offices a and b share the folder /o/a"},
      {"two with one database",
       head + office("a", "database = \"postgresql://d/x\"\n") +
           office("b", "database = \"postgresql://d/x\"\n"),
       "The offices a and b share the database or schema postgresql://d/x"},
      {"two with one schema",
       head + office("a", "database = \"postgresql://d/x\"\nschema = \"s\"\n") +
           office("b", "database = \"postgresql://d/x\"\nschema = \"s\"\n"),
       "The offices a and b share the database or schema"},
      {"two with one key", head + office("a") + office("b", "key_file = \"/o/a.key\"\n"),
       "The offices a and b share the key file /o/a.key"},
      {"two with one sender",
       head + office("a") +
           "[offices.b]\npublic_url = \"https://b.example.org\"\nmail_from = \"m@a.example.org\"\n",
       "The offices a and b share the sender m@a.example.org"},
      {"two with one folder of mails",
       head + office("a", "mail_folder = \"/m\"\n") + office("b", "mail_folder = \"/m/\"\n"),
       "The offices a and b share the mail folder /m"},
      {"both engines", head + office("a", "data = \"/d\"\ndatabase = \"postgresql://d/x\"\n"),
       "Name either a folder"},
      {"a schema in a folder", head + office("a", "schema = \"s\"\n"), "schema is of a PostgreSQL database"},
      {"a schema that is more",
       head + "database = \"postgresql://d/x\"\n" + office("a", "schema = \"s,public\"\n"),
       "a schema's name is of small letters"},
      {"a schema of PostgreSQL's",
       head + "database = \"postgresql://d/x\"\n" + office("a", "schema = \"pg_s\"\n"),
       "a schema's name is of small letters"},
      {"a database that chose a schema", head + "database = \"postgresql://d/x?options=-c\"\n" + office("a"),
       "takes no schema"},
  };
}

TEST_F(OfficesFile, RefusesWhatCouldMixTwoOffices) {
  for (const Refused& refused : refused_files()) {
    const std::string said = complaints(refused.text);
    EXPECT_NE(said.find(refused.sentence), std::string::npos) << refused.what << ": " << said;
  }
}

TEST_F(OfficesFile, RefusesFlagsAndVariablesThatAreOneOffices) {
  environment_["SMM_PUBLIC_URL"] = "https://x.example";
  EXPECT_NE(complaints(two).find("public_url is each office's own"), std::string::npos);
  environment_.clear();
  given_.set("--data", "/d");
  EXPECT_NE(complaints(two).find("data is each office's own"), std::string::npos);
}

TEST_F(OfficesFile, TakesFlagsAndVariablesOfTheServer) {
  environment_["SMM_LISTEN"] = "127.0.0.1:1";
  EXPECT_EQ(read(two)->common.listen, "127.0.0.1:1");
  given_.set("--listen", "127.0.0.1:2");
  EXPECT_EQ(read(two)->common.listen, "127.0.0.1:2");
}

TEST_F(OfficesFile, StandsAloneWithoutAConfig) {
  given_.set("--config", "smm.toml");
  EXPECT_NE(complaints(two).find("no --config beside it"), std::string::npos);
}

}  // namespace
}  // namespace smm::cli
