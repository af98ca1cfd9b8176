// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <mutex>
#include <set>

#include "app/badges/badge_file.hpp"
#include "app/badges/badge_keys.hpp"
#include "app/badges/issue_badge.hpp"
#include "app/badges/verify_badge.hpp"
#include "app/demo/demo_reports.hpp"
#include "app/demo/many_at_once.hpp"
#include "app/installation/change.hpp"

namespace smm::app {
namespace {

// A round's badges, with the picture drawn once.
class RoundBadges {
 public:
  RoundBadges(const DemoHouse& house, std::string round, const std::vector<std::string>& few)
      : house_(house), round_(std::move(round)), few_(few) {
    const auto letters = badge_letters(house.content);
    for (const BadgeFormat format : {BadgeFormat::svg, BadgeFormat::png})
      pictures_.push_back(badge_picture(house.pages.texts, letters, round_, format));
  }

  base::Result<bool> write(const std::string& school) {
    const auto badge = issue_badge(house_.installation, house_.pages.texts, {round_, school}, demo_actor);
    if (!badge) return badge.problems();
    write(school, ".json", badge_file(*badge, "", BadgeFormat::json));
    if (std::ranges::find(few_, school) != few_.end()) {
      write(school, ".svg", badge_file(*badge, pictures_[0], BadgeFormat::svg));
      write(school, ".png", badge_file(*badge, pictures_[1], BadgeFormat::png));
    }
    const std::lock_guard lock(mutex_);
    lists_.insert(badge->place.list);
    return true;
  }

  // The keys and the lists of what was revoked: as the service publishes them.
  base::Result<bool> write_evidence() {
    const auto controller = look<std::string>(house_.installation.database, [&](Records& records) {
      return base::Result<std::string>(
          controller_json(badge_controller(records, house_.installation.public_url)));
    });
    if (!controller) return controller.problems();
    house_.files.write(house_.folder + "/badges/issuer.json", *controller);
    for (const std::int64_t list : lists_) {
      const auto status = badge_status(house_.installation, list);
      if (!status) return status.problems();
      house_.files.write(house_.folder + "/badges/status-" + std::to_string(list) + ".json",
                         status_json(*status));
    }
    return true;
  }

 private:
  void write(const std::string& school, const char* ending, std::string_view bytes) const {
    house_.files.write(house_.folder + "/badges/" + school + "-" + round_ + ending, bytes);
  }

  const DemoHouse& house_;
  std::string round_;
  const std::vector<std::string>& few_;
  std::vector<std::string> pictures_;
  std::mutex mutex_;
  std::set<std::int64_t> lists_;
};

}  // namespace

base::Result<std::size_t> write_demo_badges(const DemoHouse& house, const std::string& round,
                                            const std::set<std::string>& schools,
                                            const std::vector<std::string>& few) {
  house.stages.begin("Badges of " + std::to_string(schools.size()) + " schools");
  if (const auto key = new_badge_key(house.installation, demo_actor); !key) return key.problems();
  const std::vector<std::string> codes(schools.begin(), schools.end());
  RoundBadges badges(house, round, few);
  const auto written = do_many_at_once(
      codes.size(), [&](std::size_t at) { return badges.write(codes[at]); }, house.stages.count);
  if (!written) return written.problems();
  if (const auto evidence = badges.write_evidence(); !evidence) return evidence.problems();
  return codes.size();
}

}  // namespace smm::app
