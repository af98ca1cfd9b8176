// SPDX-License-Identifier: Apache-2.0
// Against a real mail server (tests/mail/mail_server.py, aiosmtpd), which each test starts for itself.
#include "adapters/smtp_mailer.hpp"

#include <gtest/gtest.h>

#include <chrono>

#include "adapters/mail_message.hpp"
#include "adapters/problems.hpp"
#include "adapters/sample_mail_test.hpp"
#include "base/environment_error.hpp"
#include "child_process.hpp"
#include "scratch_folder.hpp"
#include "test_certificate.hpp"

namespace smm::adapters {
namespace {

using app::SendState;

class MailServer {
 public:
  explicit MailServer(const std::vector<std::string>& options = {})
      : server_(command(options)), port_(std::stoi(server_.line())) {}

  SmtpSettings settings() const {
    return {
        .host = "localhost", .port = port_, .security = SmtpSecurity::none, .hello_name = "test.example.org"};
  }
  const test::ScratchFolder& folder() const { return folder_; }

 private:
  std::vector<std::string> command(const std::vector<std::string>& options) const {
    std::vector<std::string> words = {"/usr/bin/python3", "tests/mail/mail_server.py", folder_.path()};
    words.insert(words.end(), options.begin(), options.end());
    return words;
  }

  test::ScratchFolder folder_;
  test::ChildProcess server_;
  int port_;
};

TEST(SmtpMailer, AMailThatIsTakenArrivesAsItWasWritten) {
  const MailServer server;
  app::Mail mail = sample_mail();
  mail.to.name = "Ñandú, José";
  mail.subject = "Año 2026: “social mission” — ♥ 社会的使命";
  mail.text = "Grüße\n.\nFrom here on\n" + std::string(300, 'x') + "\n";
  const auto outcome = SmtpMailer(server.settings()).send(mail);
  EXPECT_EQ(outcome.state, SendState::sent);
  EXPECT_EQ(outcome.words, "250 2.0.0 taken as 1");
  EXPECT_EQ(server.folder().text("1.eml"), mail_message(mail));
  EXPECT_EQ(server.folder().text("1.to"), "office@example.org dean@example.org");
}

// An address is one word: folded or encoded, mail programs would not find it.
TEST(SmtpMailer, AnAddressToStopMailsArrivesWhole) {
  const MailServer server;
  app::Mail mail = sample_mail();
  const std::string address = "<https://metrics.example.org/reminders/stop/" + std::string(160, 'x') + ">";
  mail.headers.push_back({"List-Unsubscribe", address});
  ASSERT_EQ(SmtpMailer(server.settings()).send(mail).state, SendState::sent);
  EXPECT_NE(server.folder().text("1.eml").find("\r\nList-Unsubscribe: " + address + "\r\n"),
            std::string::npos);
}

// Python's mail library reads it as another program would.
TEST(SmtpMailer, AnotherProgramReadsWhatArrived) {
  const MailServer server;
  app::Mail mail = sample_mail();
  mail.to.name = "Ñandú, José";
  mail.subject = "Año 2026: “social mission” — ♥ 社会的使命 社会的使命 社会的使命";
  mail.text = "Grüße\n.\n";
  ASSERT_EQ(SmtpMailer(server.settings()).send(mail).state, SendState::sent);
  test::ChildProcess reader(
      {"/usr/bin/python3", "-c",
       "import email,email.policy,sys\n"
       "m=email.message_from_binary_file(open(sys.argv[1],'rb'),policy=email.policy.default)\n"
       "print(m['subject']); print(m['to'].addresses[0].display_name)\n"
       "print(repr(m.get_body(('plain',)).get_content())); print(m['date'].datetime.isoformat())\n"
       "print([p.get_content_type() for p in m.walk()], len(m.defects))\n",
       server.folder().path("1.eml")});
  EXPECT_EQ(reader.line(), mail.subject);
  EXPECT_EQ(reader.line(), mail.to.name);
  EXPECT_EQ(reader.line(), "'Grüße\\n.\\n'");
  EXPECT_EQ(reader.line(), "2026-11-22T01:04:31+00:00");
  EXPECT_EQ(reader.line(), "['multipart/alternative', 'text/plain', 'text/html'] 0");
}

struct Fate {
  const char* recipient;
  SendState state;
  const char* words;  // or their beginning
};

const Fate fates[] = {
    {"refused@example.org", SendState::refused, "550 5.1.1 nobody of that name"},
    {"later@example.org", SendState::try_again, "451 4.7.1 come back in a while"},
    {"spam@example.org", SendState::refused, "554 5.7.1 we do not want this"},
    {"full@example.org", SendState::try_again, "452 4.2.2 no room now"},
    {"cut-before-data@example.org", SendState::try_again, ""},
    {"cut-after-data@example.org", SendState::unknown, "no reply to the whole mail: "},
    {"a@b@c", SendState::refused, "the recipient has no address"},
};

TEST(SmtpMailer, TellsWhatBecameOfAMail) {
  const MailServer server;
  SmtpMailer mailer(server.settings());
  for (const Fate& fate : fates) {
    const auto outcome = mailer.send(sample_mail(fate.recipient));
    EXPECT_EQ(outcome.state, fate.state) << fate.recipient << ": " << outcome.words;
    EXPECT_TRUE(outcome.words.starts_with(fate.words)) << fate.recipient << ": " << outcome.words;
    EXPECT_FALSE(outcome.words.empty()) << fate.recipient;
  }
  EXPECT_EQ(server.folder().text("1.eml"), "");  // none of these was taken
  EXPECT_EQ(mailer.send(sample_mail()).state, SendState::sent);
}

TEST(SmtpMailer, DoesNotWaitForASlowServer) {
  const MailServer server;
  SmtpSettings settings = server.settings();
  settings.whole_timeout = std::chrono::milliseconds(400);
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(SmtpMailer(settings).send(sample_mail("slow@example.org")).state, SendState::try_again);
  EXPECT_EQ(SmtpMailer(settings).send(sample_mail("slow-after-data@example.org")).state, SendState::unknown);
  settings.whole_timeout = std::chrono::minutes(1);
  settings.answer_timeout = std::chrono::seconds(1);
  EXPECT_EQ(SmtpMailer(settings).send(sample_mail("slow@example.org")).state, SendState::try_again);
  EXPECT_EQ(SmtpMailer(settings).send(sample_mail("slow-after-data@example.org")).state, SendState::unknown);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

TEST(SmtpMailer, TriesAgainWhenNobodyListens) {
  SmtpSettings settings;
  {
    const MailServer server;
    settings = server.settings();
  }
  const auto outcome = SmtpMailer(settings).send(sample_mail());
  EXPECT_EQ(outcome.state, SendState::try_again);
  EXPECT_FALSE(outcome.words.empty());
}

TEST(SmtpMailer, EncryptsAndChecksWhoListens) {
  const test::TestCertificate good("DNS:localhost");
  const test::TestCertificate of_others("DNS:mail.example.org");
  for (const auto& [word, security] :
       {std::pair{"starttls", SmtpSecurity::starttls}, std::pair{"tls", SmtpSecurity::tls}}) {
    const MailServer server({"--tls", word, "--certificate", good.path(), "--key", good.key()});
    SmtpSettings settings = server.settings();
    settings.security = security;
    const auto untrusted = SmtpMailer(settings).send(sample_mail());
    EXPECT_EQ(untrusted.state, SendState::try_again) << word;
    EXPECT_NE(untrusted.words.find("certificate"), std::string::npos) << word << ": " << untrusted.words;
    settings.ca_file = good.path();
    EXPECT_EQ(SmtpMailer(settings).send(sample_mail()).state, SendState::sent) << word;
    const MailServer impostor({"--tls", word, "--certificate", of_others.path(), "--key", of_others.key()});
    settings.port = impostor.settings().port;
    settings.ca_file = of_others.path();
    EXPECT_EQ(SmtpMailer(settings).send(sample_mail()).state, SendState::try_again) << word;
  }
}

TEST(SmtpMailer, SendsNothingInTheClearThatWasToBeEncrypted) {
  const MailServer server;
  SmtpSettings settings = server.settings();
  settings.security = SmtpSecurity::starttls;
  EXPECT_EQ(SmtpMailer(settings).send(sample_mail()).state, SendState::try_again);
  EXPECT_EQ(server.folder().text("1.eml"), "");
}

TEST(SmtpMailer, SignsInWithThePasswordOfTheFile) {
  const MailServer server({"--user", "office", "--password", "correct horse"});
  SmtpSettings settings = server.settings();
  const test::ScratchFolder secrets;
  EXPECT_EQ(SmtpMailer(settings).send(sample_mail()).state,
            SendState::try_again);  // "530 authentication required"
  settings.user = "office";
  settings.password_file = secrets.write("password", "wrong\n");
  SmtpMailer mailer(settings);
  const auto refused = mailer.send(sample_mail());
  EXPECT_EQ(refused.state, SendState::try_again);
  EXPECT_TRUE(refused.words.starts_with("535 ")) << refused.words;
  secrets.write("password", "correct horse\n");  // read anew for each mail
  EXPECT_EQ(mailer.send(sample_mail()).state, SendState::sent);
  std::filesystem::remove(settings.password_file);
  EXPECT_EQ(mailer.send(sample_mail()).state, SendState::try_again);
  EXPECT_THROW(SmtpMailer{settings}, base::EnvironmentError);
}

// All that stands before the first mail, and no mail.
TEST(SmtpGreeting, IsAsForAMail) {
  const test::TestCertificate certificate("DNS:localhost");
  const test::ScratchFolder secrets;
  const MailServer server({"--tls", "starttls", "--certificate", certificate.path(), "--key",
                           certificate.key(), "--user", "office", "--password", "correct horse"});
  SmtpSettings settings = server.settings();
  settings.security = SmtpSecurity::starttls;
  settings.user = "office";
  settings.password_file = secrets.write("password", "correct horse\n");
  EXPECT_NE(greeting_fault(settings).find("certificate"), std::string::npos) << greeting_fault(settings);
  settings.ca_file = certificate.path();
  EXPECT_EQ(greeting_fault(settings), "");
  secrets.write("password", "wrong\n");
  EXPECT_NE(greeting_fault(settings), "");
  std::filesystem::remove(settings.password_file);
  EXPECT_NE(greeting_fault(settings).find("cannot read the secret"), std::string::npos);
  EXPECT_EQ(server.folder().text("1.eml"), "");
}

TEST(SmtpGreeting, TellsThatNobodyAnswersOrOtherwise) {
  SmtpSettings settings;
  {
    const MailServer server;
    settings = server.settings();
    EXPECT_EQ(greeting_fault(settings), "");
  }
  EXPECT_NE(greeting_fault(settings), "");
}

SmtpSettings good_settings() {
  return {.host = "mail.example.org", .user = "office", .password_file = "/etc/smm/mail-password"};
}

TEST(SmtpMailer, SettingsThatAreUnsafeOrIncompleteAreProblems) {
  EXPECT_TRUE(problems_of(good_settings()).empty());
  using Spoil = void (*)(SmtpSettings&);
  const Spoil spoils[] = {
      [](SmtpSettings& settings) { settings.host = ""; },
      [](SmtpSettings& settings) { settings.host = "mail.example.org/x"; },
      [](SmtpSettings& settings) { settings.port = 0; },
      [](SmtpSettings& settings) { settings.security = SmtpSecurity::none; },
      [](SmtpSettings& settings) { settings.user = ""; },
      [](SmtpSettings& settings) { settings.password_file = ""; },
      [](SmtpSettings& settings) { settings.hello_name = "a\r\nb"; },
      [](SmtpSettings& settings) { settings.bounce_address = "nobody"; },
      [](SmtpSettings& settings) { settings.whole_timeout = {}; },
  };
  for (std::size_t i = 0; i < std::size(spoils); ++i) {
    SmtpSettings settings = good_settings();
    spoils[i](settings);
    const auto problems = problems_of(settings);
    ASSERT_EQ(problems.size(), 1U) << i;
    EXPECT_EQ(problems[0].code, problem::bad_mail_setting.code);
  }
}

}  // namespace
}  // namespace smm::adapters
