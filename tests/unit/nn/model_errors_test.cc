// SPDX-License-Identifier: Apache-2.0
// Model folders with something missing or wrong: each makes an error that names it.
#include <gtest/gtest.h>

#include <functional>
#include <nlohmann/json.hpp>

#include "base/sha256.h"
#include "nn/annotator.h"
#include "nn/test_files.h"

namespace counterpoint::nn {
namespace {

class ModelErrors : public testing::Test {
 protected:
  void SetUp() override { restore(); }

  void restore() {
    for (const char* name : {"annotator.json", "annotator.safetensors", "vocab.txt"}) {
      std::filesystem::copy_file(fixture("encoder_small") / name, folder_ / name,
                                 std::filesystem::copy_options::overwrite_existing);
    }
  }

  // Changes the manifest; takes the stated hash away, so that weights may be changed too.
  void change(const std::function<void(nlohmann::json&)>& how) {
    auto json = nlohmann::json::parse(read_text(folder_ / "annotator.json"));
    json.erase("sha256");
    how(json);
    write_text(folder_ / "annotator.json", json.dump());
  }

  // Replaces text in the weights' header by other text of the same length.
  void change_header(const std::string& from, const std::string& to) {
    change([](auto&) {});
    std::string bytes = read_text(folder_ / "annotator.safetensors");
    const auto at = bytes.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    write_text(folder_ / "annotator.safetensors", bytes.replace(at, from.size(), to));
  }

  Error error() {
    const auto model = Annotator::load(folder_.path());
    if (model) return {"none", "", "", ""};
    EXPECT_FALSE(model.error().remedy.empty());
    EXPECT_FALSE(model.error().input.empty());
    return model.error();
  }

  // The weights now have these bytes: refused by the hash stated and the one found.
  void expect_both_hashes(const std::string& bytes) {
    const auto json = nlohmann::json::parse(read_text(folder_ / "annotator.json"));
    const Error found = error();
    EXPECT_EQ(found.code, "model.hash");
    EXPECT_NE(found.message.find(json["sha256"]), std::string::npos) << found.message;
    EXPECT_NE(found.message.find(sha256_hex(bytes)), std::string::npos) << found.message;
  }

  TemporaryFolder folder_;
};

TEST_F(ModelErrors, none_in_the_fixture_itself) {
  EXPECT_EQ(error().code, "none");
  change([](auto&) {});
  EXPECT_EQ(error().code, "none");
}

TEST_F(ModelErrors, name_the_file_that_is_missing) {
  for (const char* name : {"vocab.txt", "annotator.safetensors", "annotator.json"}) {
    std::filesystem::remove(folder_ / name);
    EXPECT_EQ(error().code, "model.missing");
    EXPECT_EQ(error().input, (folder_ / name).string());
  }
}

TEST_F(ModelErrors, name_the_field_that_is_absent_or_of_another_kind) {
  for (const char* key : {"name", "hidden", "layers", "attention_heads", "max_pieces", "labels",
                          "language", "version", "shape_classes"}) {
    restore();
    change([&](auto& json) { json.erase(key); });
    EXPECT_EQ(error().code, "model.invalid");
    EXPECT_NE(error().message.find(key), std::string::npos) << error().message;
    change([&](auto& json) { json[key] = -1; });
    EXPECT_EQ(error().code, "model.invalid") << key;
  }
}

TEST_F(ModelErrors, come_from_labels_that_do_not_fit_the_weights) {
  change([](auto& json) { json["labels"]["upos"].push_back("NEW"); });
  EXPECT_NE(error().message.find("head.upos.weight"), std::string::npos) << error().message;
  restore();
  change([](auto& json) { json["labels"]["deprel"] = {"nsubj", "obj"}; });
  EXPECT_NE(error().message.find("labels.deprel"), std::string::npos) << error().message;
}

TEST_F(ModelErrors, come_from_sizes_that_do_not_fit_the_weights) {
  const struct {
    const char* key;
    std::size_t value;
  } rows[] = {{"hidden", 64},
              {"layers", 3},
              {"layers", 0},
              {"attention_heads", 5},
              {"attention_heads", 0},
              {"max_pieces", 64},
              {"max_pieces", 0},
              {"hidden", std::size_t{1} << 40},
              {"layers", std::size_t{1} << 60}};
  for (const auto& row : rows) {
    restore();
    change([&](auto& json) { json[row.key] = row.value; });
    EXPECT_EQ(error().code, "model.invalid") << row.key << " " << row.value;
  }
}

TEST_F(ModelErrors, name_the_tensor_that_is_missing_or_misshapen) {
  for (const char* name : {"layer.1.ffn.down.weight", "embeddings.word.scale", "shape.embedding",
                           "parser.rel.weight", "head.names.bias", "embeddings.type"}) {
    restore();
    std::string other = name;
    other[0] = 'X';
    change_header(name, other);
    EXPECT_NE(error().message.find(name), std::string::npos) << error().message;
  }
  restore();
  change_header("[13,12]", "[12,13]");
  EXPECT_NE(error().message.find("parser.arc.weight"), std::string::npos) << error().message;
}

TEST_F(ModelErrors, come_from_weights_cut_short_or_changed) {
  const std::string whole = read_text(folder_ / "annotator.safetensors");
  std::string changed = whole;
  changed.back() = static_cast<char>(changed.back() ^ 1);
  write_text(folder_ / "annotator.safetensors", changed);
  expect_both_hashes(changed);
  EXPECT_TRUE(Annotator::load(folder_.path(), {.verify_hash = false}));
  change([](auto&) {});
  for (const std::size_t size : {std::size_t{0}, std::size_t{100}, whole.size() - 1}) {
    write_text(folder_ / "annotator.safetensors", whole.substr(0, size));
    EXPECT_EQ(error().code, "model.invalid") << size;
  }
}

// Whatever else is wrong with such weights, that they are not those stated is the cause.
TEST_F(ModelErrors, state_both_hashes_of_weights_that_are_cut_short_or_of_another_version) {
  const std::string whole = read_text(folder_ / "annotator.safetensors");
  const std::string others[] = {whole.substr(0, whole.size() / 2), std::string(), "no tensors",
                                safetensors(R"({"other":{"dtype":"F32","shape":[1],)"
                                            R"("data_offsets":[0,4]}})",
                                            std::string(4, '\0'))};
  for (const std::string& bytes : others) {
    write_text(folder_ / "annotator.safetensors", bytes);
    expect_both_hashes(bytes);
  }
}

TEST_F(ModelErrors, come_from_a_vocabulary_of_another_model) {
  write_text(folder_ / "vocab.txt", "[UNK]\n[CLS]\n[SEP]\n");
  EXPECT_NE(error().message.find("vocab.txt"), std::string::npos) << error().message;
}

}  // namespace
}  // namespace counterpoint::nn
