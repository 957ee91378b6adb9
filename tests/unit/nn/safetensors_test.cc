// SPDX-License-Identifier: Apache-2.0
// Tensors from sound files, and errors, not bad accesses, from files made to do harm.
#include "nn/safetensors.h"

#include <gtest/gtest.h>

#include "nn/test_files.h"

namespace counterpoint::nn {
namespace {

class Safetensors : public testing::Test {
 protected:
  Result<TensorFile> open(const std::string& bytes) {
    write_text(folder_ / "x.safetensors", bytes);
    return TensorFile::open(folder_ / "x.safetensors");
  }
  // The message, after checking the rest of the error.
  std::string error_of(const std::string& bytes) {
    const auto file = open(bytes);
    if (file) return "no error";
    EXPECT_EQ(file.error().code, "model.invalid");
    EXPECT_NE(file.error().input.find("x.safetensors"), std::string::npos);
    EXPECT_FALSE(file.error().remedy.empty());
    return file.error().message;
  }

  TemporaryFolder folder_;
};

TEST_F(Safetensors, reads_three_types_at_any_alignment) {
  const std::string halves("\x00\x3C\x00\xC0", 4);  // 1, -2
  const std::string floats("\x00\x00\x80\x3F", 4);  // 1
  const auto file = open(safetensors(
      R"({"a":{"dtype":"I8","shape":[3],"data_offsets":[0,3]},)"
      R"("h":{"dtype":"F16","shape":[1,2],"data_offsets":[3,7]},)"
      R"("f":{"dtype":"F32","shape":[],"data_offsets":[7,11]},"__metadata__":{"format":"pt"}} )",
      "\x01\x02\x03" + halves + floats));
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_EQ(file->size(), 3U);
  const std::size_t pair[] = {1, 2};
  EXPECT_EQ(*file->floats("h", pair), (std::vector<float>{1, -2}));
  EXPECT_EQ(*file->floats("f", {}), (std::vector<float>{1}));
  const std::size_t three[] = {3};
  EXPECT_EQ(file->get("a", DType::kI8, three)->bytes[2], std::byte{3});
  EXPECT_EQ(file->find("b"), nullptr);
}

TEST_F(Safetensors, names_the_tensor_that_is_absent_or_misshapen) {
  const auto file =
      open(safetensors(R"({"a":{"dtype":"I8","shape":[2,3],"data_offsets":[0,6]}})", "123456"));
  ASSERT_TRUE(file);
  const std::size_t shape[] = {3, 2};
  EXPECT_EQ(file->get("a", DType::kI8, shape).error().message,
            "Tensor 'a' has shape [2, 3] where [3, 2] is needed.");
  const std::size_t right[] = {2, 3};
  EXPECT_EQ(file->floats("a", right).error().message, "Tensor 'a' has the wrong type.");
  EXPECT_EQ(file->floats("b", right).error().message, "There is no tensor 'b' in the file.");
}

TEST_F(Safetensors, rejects_headers_that_lie_about_their_length) {
  EXPECT_EQ(error_of(""), "The file has 0 bytes, too few for a header.");
  EXPECT_EQ(error_of("1234567"), "The file has 7 bytes, too few for a header.");
  EXPECT_NE(error_of(std::string(8, '\xFF') + "{}").find("18446744073709551615"),
            std::string::npos);
  EXPECT_NE(error_of(std::string("\x03\0\0\0\0\0\0\0{}", 10)).find("3 bytes"), std::string::npos);
}

TEST_F(Safetensors, rejects_headers_that_are_no_object_of_tensors) {
  for (const char* header :
       {"", "[]", "{", "null", "{\"a\":1}", "{\"a\":{}}", "{\"a\":{\"dtype\":[]}}",
        "{\"a\":{\"dtype\":\"F64\",\"shape\":[],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"I8\",\"shape\":[-1],\"data_offsets\":[0,1]}}",
        "{\"a\":{\"dtype\":\"I8\",\"shape\":[1],\"data_offsets\":[0]}}",
        "{\"a\":{\"dtype\":\"I8\",\"shape\":[1.5],\"data_offsets\":[0,1]}}"}) {
    EXPECT_NE(error_of(safetensors(header, "12345678")), "no error") << header;
  }
  EXPECT_NE(error_of(safetensors(std::string(1 << 20, '['), "")), "no error");
}

TEST_F(Safetensors, rejects_tensors_beyond_the_data) {
  const auto entry = [](const std::string& shape, const std::string& offsets) {
    return safetensors(
        R"({"a":{"dtype":"F32","shape":)" + shape + R"(,"data_offsets":)" + offsets + "}}",
        "12345678");
  };
  EXPECT_EQ(error_of(entry("[2]", "[0,8]")), "no error");
  EXPECT_EQ(error_of(entry("[2]", "[1,9]")), "Tensor 'a' takes bytes 1 to 9 of 8 bytes of data.");
  EXPECT_EQ(error_of(entry("[2]", "[8,0]")), "Tensor 'a' takes bytes 8 to 0 of 8 bytes of data.");
  EXPECT_EQ(error_of(entry("[3]", "[0,8]")),
            "Tensor 'a' has 8 bytes, which is not what its shape [3] needs.");
  // 4 * 2^32 * 2^31 wraps to 0, and 4 * 2^62 * 4 likewise.
  EXPECT_NE(error_of(entry("[4294967296,2147483648]", "[0,0]")), "no error");
  EXPECT_NE(error_of(entry("[4611686018427387904,4]", "[0,0]")), "no error");
  EXPECT_NE(error_of(entry("[2]", "[18446744073709551615,18446744073709551615]")), "no error");
}

TEST_F(Safetensors, survives_truncation_at_every_byte) {
  const std::string whole =
      safetensors(R"({"a":{"dtype":"I8","shape":[4],"data_offsets":[0,4]}})", "1234");
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_NE(error_of(whole.substr(0, size)), "no error") << size;
  }
}

TEST_F(Safetensors, says_which_file_is_missing) {
  for (const auto& path : {folder_ / "absent", folder_.path()}) {
    const auto file = TensorFile::open(path);
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().code, "model.missing");
    EXPECT_EQ(file.error().input, path.string());
  }
}

}  // namespace
}  // namespace counterpoint::nn
