// SPDX-License-Identifier: Apache-2.0
// Whether two documents speak of one exhibit.
#include "dossier/exhibits/same_exhibit.h"

#include <gtest/gtest.h>

namespace counterpoint {
namespace {

ExhibitProfile video(std::uint32_t document, std::set<std::string> shown) {
  ExhibitProfile profile;
  profile.document = document;
  profile.kind = ExhibitKind::video;
  profile.shown = std::move(shown);
  return profile;
}

ExhibitProfile published_by(ExhibitProfile profile, const std::string& name) {
  profile.publisher = name;
  profile.publisher_named = true;
  return profile;
}

const std::set<std::string> kTruck = {"fuel", "truck", "burn", "railway", "bridge"};

TEST(SameExhibit, SharesMostOfWhatItShows) {
  EXPECT_TRUE(compare(video(0, kTruck), video(1, {"truck", "burn", "railway", "bridge"})).same);
  EXPECT_FALSE(compare(video(0, kTruck), video(1, {"truck", "burn"})).same);
  EXPECT_FALSE(compare(video(0, kTruck), video(0, kTruck)).same) << "one document tells them apart";
}

TEST(SameExhibit, NeedsFewerWordsUnderOnePublisher) {
  const Sameness tied = compare(published_by(video(0, kTruck), "fire brigade"),
                                published_by(video(1, {"truck", "burn", "night"}), "fire brigade"));
  EXPECT_TRUE(tied.same);
  EXPECT_FALSE(tied.reason.empty());
  const Sameness bare = compare(published_by(video(0, kTruck), "fire brigade"),
                                published_by(video(1, {}), "fire brigade"));
  EXPECT_FALSE(bare.same);
  EXPECT_TRUE(bare.maybe);
}

TEST(SameExhibit, IsLeftApartByAnotherDayPublisherOrKind) {
  ExhibitProfile early = video(0, kTruck), late = video(1, kTruck);
  early.dated = Time{"2018-02-08", "text", Extent::within, {}};
  late.dated = Time{"2018-03-01", "text", Extent::within, {}};
  EXPECT_FALSE(compare(early, late).same);
  EXPECT_TRUE(compare(early, late).maybe);
  EXPECT_FALSE(
      compare(published_by(video(0, kTruck), "canal sur"), published_by(video(1, kTruck), "ndtv"))
          .same);
  ExhibitProfile photo = video(1, kTruck);
  photo.kind = ExhibitKind::photo;
  EXPECT_FALSE(compare(video(0, kTruck), photo).same);
}

}  // namespace
}  // namespace counterpoint
