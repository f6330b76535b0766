import type { Switches } from '../runtime';

/** What the form page says to a person. `{}` stands for an argument of the rule. */
export interface FormWords {
  required: string;
  rowRequired: string;
  rowRequiresOne: string;
  onePerColumn: string;
  unknownChoice: string;
  invalidDate: string;
  invalidTime: string;
  invalidDuration: string;
  invalidEmail: string;
  signIn: string;
  needPermission: string;
  closed: string;
  notPublished: string;
  alreadyResponded: string;
  restart: string;
  editsOff: string;
  confirmation: string;
  fileUpload: string;
  rules: Record<string, string>;
}

const ENGLISH: FormWords = {
  required: 'This is a required question',
  rowRequired: 'This question requires one response per row',
  rowRequiresOne: 'This question requires at least one response per row',
  onePerColumn: "Please don't select more than one response per column",
  unknownChoice: 'Please choose one of the options',
  invalidDate: 'Invalid date',
  invalidTime: 'Invalid time',
  invalidDuration: 'Invalid duration',
  invalidEmail: 'Must be a valid email address',
  signIn: 'Sign in to continue. To fill out this form, you must be signed in.',
  needPermission: 'You need permission. This form can only be viewed by people who have been given access.',
  closed:
    'The form {} is no longer accepting responses. Try contacting the owner of the form if you think this is a mistake.',
  notPublished: 'This form is not published. Only its editors can see it.',
  alreadyResponded: "You've already responded. You can fill out this form only once.",
  restart: 'The answers lead back to the first section, so the form was not sent.',
  editsOff: 'Editing is disabled: this form no longer allows responses to be edited.',
  confirmation: 'Your response has been recorded.',
  fileUpload: 'The local workspace does not take files in forms.',
  rules: {
    requireNumber: 'Must be a number',
    requireWholeNumber: 'Must be a whole number',
    requireNumberBetween: 'Must be a number between {} and {}',
    requireNumberNotBetween: 'Must be a number not between {} and {}',
    requireNumberEqualTo: 'Must be equal to {}',
    requireNumberNotEqualTo: 'Must not be equal to {}',
    requireNumberGreaterThan: 'Must be a number greater than {}',
    requireNumberGreaterThanOrEqualTo: 'Must be a number greater than or equal to {}',
    requireNumberLessThan: 'Must be a number less than {}',
    requireNumberLessThanOrEqualTo: 'Must be a number less than or equal to {}',
    requireTextIsEmail: 'Must be a valid email address',
    requireTextIsUrl: 'Must be a valid URL',
    requireTextContainsPattern: 'Must contain {}',
    requireTextDoesNotContainPattern: 'Must not contain {}',
    requireTextMatchesPattern: 'Must match {}',
    requireTextDoesNotMatchPattern: 'Must not match {}',
    requireTextLengthGreaterThanOrEqualTo: 'Must be at least {} characters',
    requireTextLengthLessThanOrEqualTo: 'Must be fewer than {} characters',
    requireSelectAtLeast: 'Must select at least {} options',
    requireSelectAtMost: 'Must select at most {} options',
    requireSelectExactly: 'Must select exactly {} options',
  },
};

const INDONESIAN: FormWords = {
  required: 'Pertanyaan ini wajib diisi',
  rowRequired: 'Pertanyaan ini memerlukan satu respons per baris',
  rowRequiresOne: 'Pertanyaan ini memerlukan setidaknya satu respons per baris',
  onePerColumn: 'Jangan pilih lebih dari satu respons per kolom',
  unknownChoice: 'Pilih salah satu opsi yang tersedia',
  invalidDate: 'Tanggal tidak valid',
  invalidTime: 'Waktu tidak valid',
  invalidDuration: 'Durasi tidak valid',
  invalidEmail: 'Harus berupa alamat email yang valid',
  signIn: 'Login untuk melanjutkan. Untuk mengisi formulir ini, Anda harus login.',
  needPermission: 'Anda memerlukan izin. Formulir ini hanya dapat dilihat oleh orang yang diberi akses.',
  closed:
    'Formulir {} tidak lagi menerima respons. Hubungi pemilik formulir jika menurut Anda ini adalah kesalahan.',
  notPublished: 'Formulir ini tidak dipublikasikan. Hanya editornya yang dapat melihatnya.',
  alreadyResponded: 'Anda sudah merespons. Anda hanya dapat mengisi formulir ini satu kali.',
  restart: 'Jawaban Anda kembali ke bagian pertama, sehingga formulir belum dikirim.',
  editsOff: 'Pengeditan dinonaktifkan: formulir ini tidak lagi mengizinkan respons diedit.',
  confirmation: 'Jawaban Anda telah direkam.',
  fileUpload: 'Workspace lokal tidak menerima file lewat formulir.',
  rules: {
    requireNumber: 'Harus berupa angka',
    requireWholeNumber: 'Harus berupa bilangan bulat',
    requireNumberBetween: 'Harus berupa angka antara {} dan {}',
    requireNumberNotBetween: 'Harus berupa angka yang tidak di antara {} dan {}',
    requireNumberEqualTo: 'Harus sama dengan {}',
    requireNumberNotEqualTo: 'Tidak boleh sama dengan {}',
    requireNumberGreaterThan: 'Harus berupa angka yang lebih besar dari {}',
    requireNumberGreaterThanOrEqualTo: 'Harus berupa angka yang lebih besar dari atau sama dengan {}',
    requireNumberLessThan: 'Harus berupa angka yang kurang dari {}',
    requireNumberLessThanOrEqualTo: 'Harus berupa angka yang kurang dari atau sama dengan {}',
    requireTextIsEmail: 'Harus berupa alamat email yang valid',
    requireTextIsUrl: 'Harus berupa URL yang valid',
    requireTextContainsPattern: 'Harus berisi {}',
    requireTextDoesNotContainPattern: 'Tidak boleh berisi {}',
    requireTextMatchesPattern: 'Harus cocok dengan {}',
    requireTextDoesNotMatchPattern: 'Tidak boleh cocok dengan {}',
    requireTextLengthGreaterThanOrEqualTo: 'Harus terdiri dari minimal {} karakter',
    requireTextLengthLessThanOrEqualTo: 'Harus kurang dari {} karakter',
    requireSelectAtLeast: 'Harus memilih minimal {} opsi',
    requireSelectAtMost: 'Harus memilih maksimal {} opsi',
    requireSelectExactly: 'Harus memilih tepat {} opsi',
  },
};

/** The page's words in the account's language, in Google's manner (its exact texts are not public: GKU). */
export function formWords(language: Switches['language']): FormWords {
  return language === 'id' ? INDONESIAN : ENGLISH;
}

/** Puts arguments in the place of each `{}`. */
export function fill(text: string, ...args: (string | number)[]): string {
  let next = 0;
  return text.replace(/\{\}/g, () => String(args[next++] ?? ''));
}
