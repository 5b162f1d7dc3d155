import type { OpeningTime, WeekTime, Words } from './words.js';

const weekdays = ['اتوار', 'پیر', 'منگل', 'بدھ', 'جمعرات', 'جمعہ', 'ہفتہ'];

/** Isolated, as the time runs from left to right. */
const moment = ({ weekday, hour, minute }: WeekTime, zone = '') =>
  `${weekdays[weekday] ?? ''} \u2066${hour % 12 || 12}:${String(minute).padStart(2, '0')} ${hour % 24 < 12 ? 'am' : 'pm'}${zone}\u2069`;
const when = (time: OpeningTime) =>
  (time.today ? 'آج، ' : '') +
  moment(time, ' IST') +
  (time.local ? ` (آپ کے وقت کے مطابق ${moment(time.local)})` : '');

const ourSide = 'ہماری طرف سے کچھ گڑبڑ ہوئی۔ براہ کرم چند منٹ بعد دوبارہ کوشش کریں۔';
const notSetUp =
  'اس صفحے پر ویڈیو KYC درست طریقے سے سیٹ نہیں ہے۔ براہ کرم اس کمپنی کو بتائیں جس کا یہ صفحہ ہے۔';

/** Urdu. */
const ur: Words = {
  actions: {
    start: 'ویڈیو KYC شروع کریں',
    resume: 'ویڈیو KYC جاری رکھیں',
    terms: 'شرائط پڑھیں اور قبول کریں',
    open: 'ویڈیو کال کھولیں',
    'same-tab': 'اسی ٹیب میں جاری رکھیں',
    show: 'ویڈیو کال پر جائیں',
    check: 'صورتحال دیکھیں',
    remind: 'مجھے یاد دلائیں',
    retry: 'دوبارہ کوشش کریں',
    done: 'KYC مکمل ہو گیا',
    close: 'بند کریں',
    window: 'مشکل ہو رہی ہے؟ نئی ونڈو میں کھولیں',
    stay: 'کال میں رہیں',
    end: 'کال ختم کریں',
  },
  hints: {
    idle: 'یہاں ویڈیو KYC ابھی دستیاب نہیں ہے۔',
    loading: 'آپ کے KYC کی صورتحال دیکھی جا رہی ہے…',
    intro: 'EnKash کے افسر کے ساتھ ایک مختصر ویڈیو کال۔',
    'intro-window': 'ایک مختصر ویڈیو کال۔ یہ نئی ونڈو میں کھلے گی۔',
    terms: 'براہ کرم پہلے شرائط قبول کریں۔ پھر آپ ویڈیو کال شروع کر سکتے ہیں۔',
    opening: 'ویڈیو کال کھل رہی ہے…',
    open: 'ویڈیو کال دوسری ونڈو میں کھلی ہے۔',
    'open-here': 'ویڈیو کال جاری ہے۔',
    checking: 'کال کی ونڈو بند ہو گئی ہے۔ نتیجہ دیکھا جا رہا ہے…',
    'call-closed': 'ابھی کوئی نتیجہ نہیں آیا۔ اگر کال بیچ میں کٹ گئی ہو تو آپ دوبارہ شروع کر سکتے ہیں۔',
    severed: 'اگر ویڈیو کال دوسری ونڈو میں کھلی ہے تو وہیں جاری رکھیں۔',
    blocked: 'آپ کے براؤزر نے نئی ونڈو روک دی۔ کال کھولنے کے لیے بٹن دبائیں۔',
    'no-window': 'آپ کا براؤزر نئی ونڈو نہیں کھول رہا۔ کال اسی ٹیب میں کھلے گی۔',
    'frame-failed': 'کال یہاں نہیں دکھائی جا سکی۔ اسے نئی ونڈو میں کھولنے کے لیے بٹن دبائیں۔',
    'under-review': 'آپ کی کال ہو گئی ہے۔ EnKash اس کی جانچ کر رہا ہے؛ ابھی آپ کو اور کچھ نہیں کرنا۔',
    rejected: 'آپ کا KYC منظور نہیں ہوا۔ آپ دوبارہ کوشش کر سکتے ہیں۔',
    expired: 'آپ کے پچھلے ویڈیو KYC کی میعاد ختم ہو گئی ہے۔ براہ کرم دوبارہ شروع کریں۔',
    verified: 'آپ کا KYC مکمل ہے۔',
    disabled: 'ویڈیو KYC فی الحال بند ہے۔',
    reminded: 'محفوظ ہو گیا: یاد دہانی کو اپنے کیلنڈر میں ڈالنے کے لیے فائل کھولیں۔',
  },
  phases: {
    unknown: 'صورتحال معلوم نہیں',
    'not-started': 'KYC ضروری ہے',
    'in-progress': 'جاری ہے',
    'under-review': 'جانچ جاری ہے',
    verified: 'تصدیق شدہ',
    rejected: 'منظور نہیں ہوا',
    expired: 'میعاد ختم',
  },
  closed: {
    'before-hours': 'ابھی کھلا نہیں ہے۔',
    'after-hours': 'آج کے لیے بند ہے۔',
    weekend: 'غیر کاروباری دنوں میں بند ہے۔',
    holiday: 'چھٹی کی وجہ سے بند ہے۔',
    'last-entry': 'آج نئی کال نہیں ہو سکتی۔',
    server: 'اس وقت بند ہے۔',
  },
  opensAt: (opens) => `${when(opens)} پر کھلے گا۔`,
  closesAt: (closes) => `${when(closes)} پر بند ہو گا۔ وقت پر پہنچنے کے لیے ابھی شروع کریں۔`,
  reminder: 'ویڈیو KYC کھلا ہے: کال شروع کریں',
  errors: {
    no_endpoint: notSetUp,
    bad_endpoint: notSetUp,
    offline: 'آپ آف لائن ہیں۔ اپنا کنکشن دیکھیں اور دوبارہ کوشش کریں۔',
    network: 'رابطہ نہیں ہو سکا۔ اپنا کنکشن دیکھیں اور دوبارہ کوشش کریں۔',
    timeout: 'اس میں بہت وقت لگ رہا ہے۔ براہ کرم دوبارہ کوشش کریں۔',
    session_expired: 'یہ صفحہ کافی دیر سے کھلا ہے۔ آگے بڑھنے کے لیے اسے دوبارہ لوڈ کریں۔',
    not_found: notSetUp,
    conflict: 'ویڈیو KYC ابھی شروع نہیں ہو سکتا۔ براہ کرم چند منٹ بعد دوبارہ کوشش کریں۔',
    not_eligible: 'آپ کے اکاؤنٹ کے لیے ویڈیو KYC ابھی دستیاب نہیں ہے۔ براہ کرم سپورٹ سے رابطہ کریں۔',
    rate_limited: 'بہت زیادہ کوششیں ہو گئیں۔ براہ کرم ایک منٹ رک کر دوبارہ کوشش کریں۔',
    server_error: ourSide,
    http_error: ourSide,
    not_json: ourSide,
    too_large: ourSide,
    bad_shape: ourSide,
    refused: ourSide,
    no_link: ourSide,
    bad_link: 'کال کا لنک محفوظ نہیں لگا، اس لیے ہم نے اسے نہیں کھولا۔ براہ کرم سپورٹ سے رابطہ کریں۔',
  },
  callTitle: 'ویڈیو KYC کال',
  endQuestion: 'ویڈیو کال ختم کریں؟',
};

export default ur;
